/** The product's login and token verification against a provider that is not ours: code with PKCE, keys that rotate, and every lie. */
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccessoOidc } from "../../../shared/adapters/oidc/accesso.ts";
import { Emittenti } from "../../../shared/adapters/oidc/emittenti.ts";
import { ProviderDiIdentita } from "../../../shared/contracts/identita.ts";
import { checkClaims, type ProviderIdentita, readPersona } from "../../../shared/domain/accessi/provider.ts";
import { dispatch } from "../comune/http.ts";
import { type Contesto, createContesto } from "../contesto.ts";
import { APPLICAZIONE, basic, PROVIDER, SEGRETO_CONSOLE } from "../credenziali.ts";
import { BUGIE } from "./gettoni.ts";
import { rotteIdentita } from "./rotte.ts";

const clock = { now: () => new Date().toISOString() };
const VERIFICATORE = "v".repeat(43);

let server: Server;
let base: string;
let contesto: Contesto;
let provider: ProviderIdentita;
let emittenti: Emittenti;

beforeAll(async () => {
  let serve: ReturnType<typeof dispatch> | undefined;
  server = createServer(async (req, res) => {
    if (!(await serve?.(req, res))) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  base = `http://127.0.0.1:${typeof indirizzo === "object" ? indirizzo?.port : 0}`;
  contesto = createContesto({ baseUrl: base, clock: { now: () => Date.now() } }, ":memory:");
  serve = dispatch(rotteIdentita(contesto), ["sandbox"]);
  const [letto] = ProviderDiIdentita.parse([PROVIDER]);
  if (!letto) throw new Error("manca il provider");
  provider = { ...letto, emittente: letto.emittente.replace("{urlPubblico}", base) };
  emittenti = new Emittenti(clock);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  contesto.archivio.close();
});

/** A browser that follows redirects within the provider and keeps its cookies. */
const browse = async (url: string, persona: string): Promise<URL> => {
  const cookies = new Map<string, string>();
  let prossimo = url;
  for (let passo = 0; passo < 10; passo++) {
    const accesso = /\/accesso\//.test(prossimo);
    const risposta = await fetch(prossimo, {
      redirect: "manual",
      method: accesso ? "POST" : "GET",
      headers: { cookie: [...cookies].map(([nome, valore]) => `${nome}=${valore}`).join("; ") },
      ...(accesso && { body: new URLSearchParams({ persona }) }),
    });
    for (const cookie of risposta.headers.getSetCookie()) {
      const [coppia = ""] = cookie.split(";");
      cookies.set(coppia.slice(0, coppia.indexOf("=")), coppia.slice(coppia.indexOf("=") + 1));
    }
    const location = risposta.headers.get("location");
    if (!location) throw new Error(`${prossimo}: ${risposta.status} ${await risposta.text()}`);
    const dove = new URL(location, base);
    if (dove.pathname === "/backoffice/v1/login/oidc/ritorno") return dove;
    prossimo = dove.href;
  }
  throw new Error("troppi passi");
};

const token = async (corpo: object): Promise<string> => {
  const risposta = await fetch(`${provider.emittente}/gettoni`, { method: "POST", body: JSON.stringify(corpo) });
  const letto: { token: string } = await risposta.json();
  return letto.token;
};

describe("the identity provider of the sandbox", () => {
  it("logs a person in by code and PKCE, with name and groups in the ID token", async () => {
    const accesso = new AccessoOidc(emittenti, { get: async () => ({ valori: [SEGRETO_CONSOLE] }) });
    const ritorno = `${base}/backoffice/v1/login/oidc/ritorno`;
    const url = await accesso.describeAccesso(provider, {
      stato: "s".repeat(10),
      nonce: "n".repeat(10),
      verificatore: VERIFICATORE,
      ritorno,
    });
    const tornato = await browse(url, "paolo.ferri");
    expect([tornato.searchParams.get("state"), tornato.searchParams.get("iss")]).toEqual(["s".repeat(10), provider.emittente]);
    const codice = tornato.searchParams.get("code") ?? "";
    const errato = accesso.exchangeCodice(provider, { codice, verificatore: "w".repeat(43), ritorno });
    await expect(errato).rejects.toThrow(/400/);
    const secondo = await browse(url, "paolo.ferri");
    const gettoni = await accesso.exchangeCodice(provider, {
      codice: secondo.searchParams.get("code") ?? "",
      verificatore: VERIFICATORE,
      ritorno,
    });
    if (!gettoni.ok) throw new Error(gettoni.errore);
    const { claims } = gettoni.valore;
    expect(claims["nonce"]).toBe("n".repeat(10));
    expect(checkClaims(claims, { emittente: provider.emittente, destinatari: ["fiorino-console"] }, clock.now()).ok).toBe(true);
    expect(readPersona(claims, provider)).toEqual({
      principal: "paolo.ferri",
      nome: "Paolo Ferri",
      daGruppi: { ruoli: ["contabili"], domini: "*", tipiPendenza: "*" },
    });
  });

  it("gives an application a token of its own (client credentials) that names it", async () => {
    const risposta = await fetch(`${provider.emittente}/token`, {
      method: "POST",
      headers: { authorization: basic(APPLICAZIONE) },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    });
    const { access_token: accessToken }: { access_token: string } = await risposta.json();
    const claims = await emittenti.verify(accessToken, provider);
    if (!claims.ok) throw new Error(claims.errore);
    expect([checkClaims(claims.valore, provider, clock.now()).ok, readPersona(claims.valore, provider)?.principal]).toEqual([
      true,
      "gest-tributi",
    ]);
  });

  it.each(BUGIE)("a token that lies about %s is not believed", async (bugia) => {
    const claims = await emittenti.verify(await token({ soggetto: "gest-tributi", bugia }), provider);
    const creduto = claims.ok && checkClaims(claims.valore, provider, clock.now()).ok;
    expect(creduto).toBe(false);
  });

  it("changes its keys: tokens of the old one stay good while it is published, those of the new one are good at once", async () => {
    const vecchio = await token({ soggetto: "gest-tributi" });
    const ruota = () => fetch(`${provider.emittente}/chiavi`, { method: "POST" });
    await ruota();
    const nuovo = await token({ soggetto: "gest-tributi" });
    const freschi = new Emittenti(clock);
    expect([(await freschi.verify(vecchio, provider)).ok, (await freschi.verify(nuovo, provider)).ok]).toEqual([true, true]);
    await ruota();
    expect((await new Emittenti(clock).verify(vecchio, provider)).ok).toBe(false);
  });

  it("shows the people one may be, and refuses those who are not there", async () => {
    const uid = await fetch(`${provider.emittente}/accesso/inventato`);
    expect([uid.status, await uid.text()]).toEqual([400, expect.stringContaining("è scaduto")]);
    const persona = await fetch(`${provider.emittente}/accesso/x`, { method: "POST", body: new URLSearchParams({ persona: "nessuno" }) });
    expect(persona.status).toBe(400);
  });
});
