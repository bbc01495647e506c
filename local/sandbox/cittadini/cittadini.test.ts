/** The product's login of citizens against the providers of the sandbox: two styles, consent, and every lie that they tell on request. */
import { createServer, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArchivioAccessi } from "../../../shared/adapters/archivio/accessi.ts";
import { createHttpClient } from "../../../shared/adapters/http/client.ts";
import { AccessoOidc } from "../../../shared/adapters/oidc/accesso.ts";
import { Emittenti } from "../../../shared/adapters/oidc/emittenti.ts";
import { createScarica } from "../../../shared/adapters/oidc/scarica.ts";
import { createCifra } from "../../../shared/adapters/sistema/cifra.ts";
import { clockDiSistema as clock } from "../../../shared/adapters/sistema/clock.ts";
import { accessoCittadini } from "../../../shared/contracts/backoffice/accesso-cittadini.ts";
import { NuovaPendenza } from "../../../shared/contracts/pendenze/modelli-scrittura.ts";
import { isCodiceFiscale } from "../../../shared/domain/valori/codice-fiscale.ts";
import { beginLogin, completeLogin, type PorteLoginCittadino } from "../../../shared/usecases/accessi/login-cittadino.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import { dispatch } from "../comune/http.ts";
import { type Contesto, createContesto } from "../contesto.ts";
import { CITTADINI_CLIENT, SEGRETO_CITTADINI } from "../credenziali.ts";
import { BUGIE_CITTADINI } from "./bugie.ts";
import { CITTADINI } from "./persone.ts";
import { rotteCittadini } from "./rotte.ts";

let server: Server;
let base = "";
let contesto: Contesto;
/** Rows of each call to the gateway. */
const caricate: Record<string, unknown>[][] = [];
let mondo: { porte: PorteLoginCittadino; segnalati: string[]; traccia: Awaited<ReturnType<typeof createMemoria>>["traccia"] };

beforeAll(async () => {
  let serve: ReturnType<typeof dispatch> | undefined;
  server = createServer(async (req, res) => {
    if (req.url === "/portale/v1/posizioni/GEST-TRIBUTI") {
      caricate.push(JSON.parse(await text(req)).posizioni);
      res.end("{}");
      return;
    }
    if (!(await serve?.(req, res))) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const indirizzo = server.address();
  base = `http://127.0.0.1:${typeof indirizzo === "object" ? indirizzo?.port : 0}`;
  contesto = createContesto({ baseUrl: base, clock: { now: () => Date.now() } }, ":memory:");
  serve = dispatch(rotteCittadini(contesto), ["sandbox"]);
  const sezione = accessoCittadini.parse({
    abilitato: true,
    provider: ["spid", "cie"].map((id) => ({
      ...{ id, nome: id, emittente: `${base}/sandbox/cittadini/${id}`, livelloMinimo: 2 },
      client: { id: CITTADINI_CLIENT, segreto: "segreto:cittadini" },
    })),
  });
  const { deposito, unitOfWork, traccia } = await createMemoria();
  const segnalati: string[] = [];
  const scarica = createScarica(createHttpClient({ clock, guardia: ["127.0.0.1"] }));
  const porte: PorteLoginCittadino = {
    ...{ accessi: new ArchivioAccessi(deposito), unitOfWork, clock, cifra: createCifra("chiave-di-prova", "sessione-cittadino") },
    anagrafiche: { getSezione: async () => sezione },
    accesso: new AccessoOidc(new Emittenti(clock, scarica), { get: async () => ({ valori: [SEGRETO_CITTADINI] }) }, scarica),
    cifraAccesso: createCifra("chiave-di-prova", "accesso-cittadino"),
    ritornoOidc: `${base}/utente/v1/accesso/ritorno`,
    segnala: (motivo) => segnalati.push(motivo),
  };
  mondo = { porte, segnalati, traccia };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  contesto.archivio.close();
});

const post = (url: string, form: Record<string, string>) =>
  fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(form) });

/** From the button of the login page to where the provider sends the browser back. */
const browse = async (url: string, persona: string, { bugia = "", consenso = "si" } = {}): Promise<URLSearchParams> => {
  const pagina = await (await fetch(url)).text();
  const azione = /action="([^"]+)"/.exec(pagina)?.[1] ?? "";
  const conferma = await (await post(`${base}${azione}`, { persona, bugia })).text();
  expect(conferma).toContain("Acconsento");
  const tornato = await post(`${base}${azione}`, { persona, bugia, consenso });
  return new URL(tornato.headers.get("location") ?? "").searchParams;
};

const login = async (provider: "spid" | "cie", persona: string, scelte: { bugia?: string; consenso?: string } = {}) => {
  const partenza = await beginLogin(mondo.porte)({ provider, ritorno: "/" });
  if (!partenza.ok) throw new Error(partenza.errore.codice);
  const tornato = await browse(partenza.valore.url, persona, scelte);
  const letto = (nome: string) => tornato.get(nome) ?? undefined;
  const esito = await completeLogin(mondo.porte)(
    {
      codice: letto("code"),
      stato: letto("state"),
      errore: letto("error"),
      emittente: letto("iss"),
      cookie: partenza.valore.cookie,
      precedente: undefined,
    },
    mondo.traccia,
  );
  return esito.ok ? JSON.parse(mondo.porte.cifra.open(esito.valore.sessione.sigillo) ?? "{}").cittadino : esito.errore.codice;
};

describe("the providers of citizens of the sandbox", () => {
  it.each(CITTADINI.map(({ id, codiceFiscale }) => [id, codiceFiscale] as const))(
    "%s comes in in both styles",
    async (id, codiceFiscale) => {
      expect(isCodiceFiscale(codiceFiscale)).toBe(true);
      for (const stile of ["spid", "cie"] as const) expect(await login(stile, id)).toMatchObject({ codiceFiscale, provider: stile });
    },
  );

  it("who has many debts finds them loaded at the first login, and only then", async () => {
    // Once among the logins above, in either style.
    await login("spid", "giuseppina.verdi");
    expect(caricate.every((righe) => righe.length <= 100)).toBe(true);
    const righe = caricate.flat();
    const azioni = Map.groupBy(righe, ({ azione }) => azione);
    expect(azioni.get("CARICA")?.length).toBeGreaterThanOrEqual(120);
    expect(new Set(azioni.get("CARICA")?.map(({ idPendenza }) => idPendenza)).size).toBe(azioni.get("CARICA")?.length);
    expect(azioni.get("PAGATA_ALTROVE")?.length).toBeGreaterThan(30);
    expect(azioni.get("ANNULLA")?.length).toBeGreaterThan(0);
    const pendenze = azioni.get("CARICA")?.map(({ pendenza }) => NuovaPendenza.parse(pendenza)) ?? [];
    expect([
      new Set(pendenze.map(({ idDominio }) => idDominio)).size,
      new Set(pendenze.map(({ idTipoPendenza }) => idTipoPendenza)).size,
    ]).toEqual([2, 3]);
  });

  it("the company of who acts for one comes with SPID only", async () => {
    const deleghe = [{ codiceFiscale: "12345678903", partitaIva: "12345678903", ragioneSociale: "Edil Fiore S.r.l." }];
    expect(await login("spid", "elena.bruni")).toMatchObject({ deleghe, livello: 2 });
    expect(await login("cie", "elena.bruni")).toMatchObject({ deleghe: [], livello: 3 });
  });

  it("who does not consent does not come in", async () => {
    expect(await login("spid", "mario.rossi", { consenso: "no" })).toBe("NON_AUTENTICATO");
  });

  it.each(BUGIE_CITTADINI)("a provider that lies about %s is refused", async (bugia) => {
    expect(await login("spid", "mario.rossi", { bugia })).toBe("NON_AUTENTICATO");
  });

  it("takes no request of others, and no code twice", async () => {
    const partenza = await beginLogin(mondo.porte)({ provider: "spid", ritorno: "/" });
    if (!partenza.ok) throw new Error(partenza.errore.codice);
    const { url } = partenza.valore;
    for (const [nome, valore] of [
      ["client_id", "altro"],
      ["redirect_uri", "https://cattivo.example"],
      ["code_challenge_method", "plain"],
    ] as const) {
      const cambiato = new URL(url);
      cambiato.searchParams.set(nome, valore);
      expect((await fetch(cambiato)).status).toBe(400);
    }
    const tornato = await browse(url, "mario.rossi");
    const scambia = () =>
      fetch(`${base}/sandbox/cittadini/spid/token`, {
        method: "POST",
        headers: { authorization: `Basic ${btoa(`${CITTADINI_CLIENT}:${SEGRETO_CITTADINI}`)}` },
        body: new URLSearchParams({ code: tornato.get("code") ?? "", code_verifier: "x", redirect_uri: mondo.porte.ritornoOidc }),
      });
    expect([(await scambia()).status, (await scambia()).status]).toEqual([400, 400]);
  });
});
