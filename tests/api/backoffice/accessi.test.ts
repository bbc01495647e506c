/** Operators come in and go out: local accounts, second factor, sessions, identity provider. The handlers are those deployed. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codiceDi } from "../../../shared/adapters/sistema/totp.ts";
import { ProviderDiIdentita } from "../../../shared/contracts/identita.ts";
import { PASSWORD } from "../../sostegno/anagrafica.ts";
import { createChiave, type EmittenteDiProva, signToken, startEmittente } from "../../sostegno/identita.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

const OPERAZIONI = [
  "backoffice/findMetodiLogin",
  "backoffice/login",
  "backoffice/logout",
  "backoffice/getLogout",
  "backoffice/beginLoginOidc",
  "backoffice/completeLoginOidc",
  "backoffice/updateProfilo",
  "backoffice/addSecondoFattore",
  "backoffice/confirmSecondoFattore",
  "backoffice/removeSecondoFattore",
  "backoffice/resetSecondoFattore",
] as const;

const NUOVA = "Cassaforte-26-Blu";
const CHIAVE = createChiave("prima");
let emittente: EmittenteDiProva;
let ambiente: AmbienteApi;

const invoke = (id: string, chiamata: Chiamata = {}): Promise<Esito> => ambiente.invoke(`backoffice/${id}`, { as: null, ...chiamata });

const createOperatore = async (principal: string, campi: object = {}): Promise<void> => {
  const body = { ragioneSociale: "Luisa Verdi", password: PASSWORD, domini: ["*"], tipiPendenza: ["*"], ...campi };
  const { status, testo } = await invoke("addOperatore", { as: "amministratore", params: { principal }, body });
  expect([status, testo]).toEqual([201, ""]);
};

const enter = (principal: string, password: string, altro: Chiamata & { otp?: string } = {}): Promise<Esito> => {
  const { otp, ...chiamata } = altro;
  return invoke("login", { body: { principal, password, ...(otp !== undefined && { otp }) }, ...chiamata });
};

/** What a browser sends back of what an answer set. */
const cookiesDi = ({ cookies }: Esito): string[] =>
  cookies.flatMap((cookie) => (/; Max-Age=0;/.test(cookie) ? [] : [cookie.split(";")[0] ?? ""]));
const csrfDi = ({ body }: Esito) => ({ "x-csrf-token": String(body["tokenCsrf"]) });

beforeAll(async () => {
  emittente = await startEmittente([CHIAVE]);
  const provider = {
    id: "prova",
    nome: "Identità di prova",
    emittente: emittente.url,
    destinatari: ["fiorino-api"],
    prefisso: "oidc:",
    gruppi: { contabili: { ruoli: ["contabile"], domini: "*", tipiPendenza: "*" } },
    client: { id: "fiorino-console" },
  };
  ambiente = await createAmbiente({
    FIORINO_AUTENTICAZIONE: "basic,apikey,ssl,oauth2,session",
    FIORINO_CHIAVE_CREDENZIALI: "chiave-delle-prove-di-accesso",
    FIORINO_IDENTITA: JSON.stringify(ProviderDiIdentita.parse([provider])),
    FIORINO_URL_PUBBLICO: "https://pagamenti.example",
  });
  await ambiente.deposito.putMany("anagrafiche", [
    {
      ...{ pk: "RUO#contabile", sk: "RUOLO", versione: 1, elenco: "RUOLI", ordine: "contabile", idRuolo: "contabile" },
      acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }],
    },
  ]);
});
afterAll(async () => {
  await ambiente?.stop();
  await emittente?.stop();
});

describe("login with a local account", () => {
  it("opens a session whose cookies are safe, and which is who logged in", async () => {
    await createOperatore("luisa");
    const esito = await enter("luisa", PASSWORD);
    expect([esito.status, esito.body]).toEqual([
      200,
      { principal: "luisa", nome: "Luisa Verdi", scadeIl: expect.any(String), tokenCsrf: expect.any(String) },
    ]);
    const [sessione = "", csrf = ""] = esito.cookies;
    expect(sessione).toMatch(/^__Host-fiorino-sessione=[\w-]+\.[\w-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/);
    expect(csrf).toMatch(/^__Host-fiorino-csrf=[\w-]+; Path=\/; Max-Age=28800; SameSite=Strict; Secure$/);
    const profilo = await invoke("getProfilo", { cookies: cookiesDi(esito) });
    expect([profilo.status, profilo.body["nome"]]).toEqual([200, "Luisa Verdi"]);
    const senzaPrefisso = cookiesDi(esito).map((cookie) => cookie.replace("__Host-", ""));
    expect((await invoke("getProfilo", { cookies: senzaPrefisso })).status).toBe(401);
  });

  it("asks for the token of the session with every write, and for none with a read", async () => {
    await createOperatore("marta", { acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }] });
    const esito = await enter("marta", PASSWORD);
    const scrittura = {
      cookies: cookiesDi(esito),
      params: { idEntrata: "NUOVA" },
      body: { descrizione: "Nuova entrata", tipoContabilita: "ALTRO", codiceContabilita: "0101101IM/" },
    };
    const altra = await enter("marta", PASSWORD);
    const senza = await invoke("addEntrata", scrittura);
    const diAltra = await invoke("addEntrata", { ...scrittura, headers: csrfDi(altra) });
    expect([senza.status, senza.body["dettaglio"], diAltra.status]).toEqual([403, expect.stringContaining("x-csrf-token"), 403]);
    expect((await invoke("addEntrata", { ...scrittura, headers: csrfDi(esito) })).status).toBe(201);
    expect((await invoke("findDomini", { cookies: cookiesDi(esito) })).status).toBe(200);
  });

  it.each([
    ["a wrong password", "luisa", "Sbagliata-26"],
    ["an unknown user", "nessuno", PASSWORD],
    ["an application", "gest-tributi", PASSWORD],
    ["the Node", "nodo", PASSWORD],
  ])("refuses %s with the same words", async (_caso, principal, password) => {
    const { status, body, cookies } = await enter(principal, password);
    expect([status, body["codice"], body["dettaglio"], cookies]).toEqual([401, "401", "utente o password non validi", []]);
  });

  it("makes who guesses wait longer, from that address alone, and says for how long", async () => {
    await createOperatore("bersaglio");
    const esiti: number[] = [];
    for (let i = 0; i < 6; i++) esiti.push((await enter("bersaglio", `Sbagliata-${i}`)).status);
    expect(esiti).toEqual([401, 401, 401, 401, 401, 429]);
    const giusta = await enter("bersaglio", PASSWORD);
    expect([giusta.status, Number(giusta.headers["retry-after"])]).toEqual([429, expect.closeTo(30, -1)]);
    const conBasic = await invoke("getProfilo", { headers: { authorization: `Basic ${btoa("bersaglio:Sbagliata-9")}` } });
    expect([conBasic.status, conBasic.headers["retry-after"] !== undefined]).toEqual([429, true]);
  });

  it.each([
    ["no session", undefined],
    ["a session that we did not sign", ["__Host-fiorino-sessione=AAAA.BBBB"]],
    ["a session with another's signature", ["__Host-fiorino-sessione=."]],
  ])("a read with %s answers 401", async (_caso, cookies) => {
    expect((await invoke("getProfilo", cookies ? { cookies } : {})).status).toBe(401);
  });

  it("offers no Basic dialog to the scripts of a page", async () => {
    const { headers } = await invoke("getProfilo", { headers: { "sec-fetch-mode": "cors" } });
    expect(headers["www-authenticate"]).toBe('Bearer realm="Fiorino"');
  });
});

describe("the end of a session", () => {
  it.each([["logout"], ["getLogout"]])("%s closes it and takes the cookies away", async (id) => {
    await createOperatore(`esce-${id.toLowerCase()}`);
    const esito = await enter(`esce-${id.toLowerCase()}`, PASSWORD);
    const cookies = cookiesDi(esito);
    expect((await invoke("getProfilo", { cookies })).status).toBe(200);
    const uscita = await invoke(id, { cookies, headers: csrfDi(esito) });
    expect([uscita.status, uscita.cookies.every((cookie) => cookie.includes("Max-Age=0"))]).toEqual([200, true]);
    expect((await invoke("getProfilo", { cookies })).status).toBe(401);
    expect((await invoke(id, {})).status).toBe(200);
  });

  it("a new login in the same browser ends the old one: the identifier never survives", async () => {
    await createOperatore("ruota");
    const prima = await enter("ruota", PASSWORD);
    const seconda = await enter("ruota", PASSWORD, { cookies: cookiesDi(prima) });
    expect(cookiesDi(seconda)[0]).not.toBe(cookiesDi(prima)[0]);
    expect((await invoke("getProfilo", { cookies: cookiesDi(prima) })).status).toBe(401);
    expect((await invoke("getProfilo", { cookies: cookiesDi(seconda) })).status).toBe(200);
  });
});

describe("the operator's own password", () => {
  const patch = (value: unknown) => [{ op: "REPLACE", path: "/password", value }];

  it("changes with the old one, and the session goes on under another name", async () => {
    await createOperatore("cambia");
    const esito = await enter("cambia", PASSWORD);
    const chiamata = { cookies: cookiesDi(esito), headers: csrfDi(esito) };
    const errata = await invoke("updateProfilo", { ...chiamata, body: patch({ passwordAttuale: "Sbagliata-26", passwordNuova: NUOVA }) });
    expect([errata.status, errata.body["dettaglio"]]).toEqual([422, expect.stringContaining("passwordAttuale")]);
    const sola = await invoke("updateProfilo", { ...chiamata, body: patch(NUOVA) });
    expect([sola.status, sola.body["dettaglio"]]).toEqual([400, expect.stringContaining("passwordAttuale")]);
    const cambiata = await invoke("updateProfilo", { ...chiamata, body: patch({ passwordAttuale: PASSWORD, passwordNuova: NUOVA }) });
    expect([cambiata.status, cambiata.body["nome"], cookiesDi(cambiata)[0] === cookiesDi(esito)[0]]).toEqual([200, "Luisa Verdi", false]);
    expect((await invoke("getProfilo", { cookies: cookiesDi(cambiata) })).status).toBe(200);
  });

  it("changes as in GovPay when the request carries the old one", async () => {
    await createOperatore("govpay");
    expect((await invoke("updateProfilo", { as: "govpay", body: patch(NUOVA) })).status).toBe(200);
  });

  it.each([
    ["short", "Corta-26", /almeno 10/],
    ["obvious", "Password-2026", /più usate/],
    ["with the user's name", "xQ9-govpolicy-Z", /nome utente/],
    ["with the person's name", "Luisa-9xQz-27", /proprio nome/],
    ["with spaces", "con spazi A1 bb", /senza spazi/],
  ])("is refused when %s", async (caso, value, atteso) => {
    if (caso === "short") await createOperatore("govpolicy");
    const { status, body } = await invoke("updateProfilo", { as: "govpolicy", body: patch(value) });
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringMatching(atteso)]);
  });

  it("of the administrator of the parameters is not here", async () => {
    const { status, body } = await invoke("updateProfilo", { as: "amministratore", body: patch(NUOVA) });
    expect([status, body["codice"]]).toEqual([422, "422000"]);
  });
});

describe("the second factor", () => {
  const adesso = (): number => Math.floor(Date.now() / 30_000);

  it("is enrolled in two steps, asked at login, good once, removed with a recovery code", async () => {
    await createOperatore("doppio");
    const as = { as: "doppio" };
    const registrato = await invoke("addSecondoFattore", as);
    const { segreto, otpauthUri } = registrato.body;
    expect([registrato.status, otpauthUri]).toEqual([201, expect.stringContaining(`otpauth://totp/Fiorino:doppio?secret=${segreto}`)]);
    const errato = await invoke("confirmSecondoFattore", { ...as, body: { otp: "000000" } });
    expect([errato.status, errato.body["dettaglio"]]).toEqual([422, expect.stringContaining("otp")]);
    const confermato = await invoke("confirmSecondoFattore", { ...as, body: { otp: codiceDi(String(segreto), adesso() - 1) } });
    const recupero = confermato.body["codiciRecupero"];
    if (!Array.isArray(recupero)) throw new Error(confermato.testo);
    expect([confermato.status, new Set(recupero).size]).toEqual([200, 10]);

    const senza = await enter("doppio", PASSWORD);
    expect([senza.status, senza.body["codice"], senza.cookies]).toEqual([401, "401001", []]);
    const otp = codiceDi(String(segreto), adesso());
    const dentro = await enter("doppio", PASSWORD, { otp });
    expect(dentro.status).toBe(200);
    const ripetuto = await enter("doppio", PASSWORD, { otp });
    expect([ripetuto.status, ripetuto.body["dettaglio"]]).toEqual([401, expect.stringContaining("già usato")]);
    const [primo = "", secondo = ""] = recupero.map(String);
    expect((await enter("doppio", PASSWORD, { otp: primo.toUpperCase() })).status).toBe(200);
    expect((await enter("doppio", PASSWORD, { otp: primo })).status).toBe(401);

    const chiamata = { cookies: cookiesDi(dentro), headers: csrfDi(dentro) };
    expect((await invoke("addSecondoFattore", chiamata)).status).toBe(422);
    expect((await invoke("removeSecondoFattore", { ...chiamata, body: { otp: "000000" } })).status).toBe(422);
    expect((await invoke("removeSecondoFattore", { ...chiamata, body: { otp: secondo } })).status).toBe(200);
    expect((await enter("doppio", PASSWORD)).status).toBe(200);
  });

  it("is taken away by an administrator from who lost everything, and the sessions end with it", async () => {
    await createOperatore("perso");
    const reset = (chiamata: Chiamata = {}) =>
      invoke("resetSecondoFattore", { as: "amministratore", params: { principal: "perso" }, ...chiamata });
    expect((await reset()).status).toBe(422);
    const { body } = await invoke("addSecondoFattore", { as: "perso" });
    await invoke("confirmSecondoFattore", { as: "perso", body: { otp: codiceDi(String(body["segreto"]), adesso() - 1) } });
    const dentro = await enter("perso", PASSWORD, { otp: codiceDi(String(body["segreto"]), adesso()) });
    expect(dentro.status).toBe(200);
    expect((await reset({ params: { principal: "nessuno" } })).status).toBe(404);
    expect((await reset({ params: { principal: "amministratore" } })).status).toBe(422);
    expect((await reset()).status).toBe(200);
    expect((await enter("perso", PASSWORD)).status).toBe(200);
  });

  it("is only for local accounts", async () => {
    expect((await invoke("addSecondoFattore", { as: "amministratore" })).status).toBe(422);
  });
});

describe("login through an identity provider", () => {
  const SECONDI = Math.floor(Date.now() / 1000);

  const begin = async (ritorno = "/console/") => {
    const esito = await invoke("beginLoginOidc", { query: { ritorno } });
    const url = new URL(esito.headers["location"] ?? "");
    return {
      esito,
      url,
      cookies: cookiesDi(esito),
      stato: url.searchParams.get("state") ?? "",
      nonce: url.searchParams.get("nonce") ?? "",
    };
  };
  const claimsDi = (nonce: string, campi: object = {}) => ({
    ...{ iss: emittente.url, aud: "fiorino-console", sub: "anna", name: "Anna Neri", groups: ["contabili"], nonce },
    ...{ iat: SECONDI, exp: SECONDI + 600, ...campi },
  });
  const complete = (cookies: string[], query: Record<string, string>) => invoke("completeLoginOidc", { cookies, query });

  it("is offered beside the password", async () => {
    const { body } = await invoke("findMetodiLogin");
    expect(body["metodi"]).toEqual([
      { metodo: "OAUTH2", id: "prova", etichetta: "Identità di prova", url: "/backoffice/v1/login/oidc?provider=prova" },
      { metodo: "FORM", id: "password", etichetta: "Nome utente e password", url: "/backoffice/v1/login" },
    ]);
  });

  it("sends the browser with state, nonce and PKCE, and makes a session of the groups it comes back with", async () => {
    const { esito, url, cookies, stato, nonce } = await begin();
    expect([esito.status, url.origin + url.pathname, url.searchParams.get("code_challenge_method")]).toEqual([
      303,
      `${emittente.url}/auth`,
      "S256",
    ]);
    expect(url.searchParams.get("redirect_uri")).toBe("https://pagamenti.example/backoffice/v1/login/oidc/ritorno");
    let verificatore: string | null = null;
    emittente.idToken = (_codice, corpo) => {
      verificatore = corpo.get("code_verifier");
      return signToken(CHIAVE, claimsDi(nonce));
    };
    const tornato = await complete(cookies, { code: "abc", state: stato, iss: emittente.url });
    expect([tornato.status, tornato.headers["location"], verificatore]).toEqual([303, "/console/", expect.stringMatching(/^[\w-]{43}$/)]);
    const profilo = await invoke("getProfilo", { cookies: cookiesDi(tornato) });
    expect(profilo.body).toMatchObject({
      nome: "Anna Neri",
      domini: [{ idDominio: "*" }],
      acl: [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R"] }],
    });
    expect((await invoke("findDomini", { cookies: cookiesDi(tornato) })).status).toBe(200);
  });

  it.each<[string, (nonce: string) => string | undefined, Record<string, string>, number]>([
    ["another state", (nonce) => signToken(CHIAVE, claimsDi(nonce)), { state: "altro" }, 401],
    ["the answer of another issuer", (nonce) => signToken(CHIAVE, claimsDi(nonce)), { iss: "https://altro.example" }, 401],
    ["another nonce", () => signToken(CHIAVE, claimsDi("altro")), {}, 401],
    ["an ID token for somebody else", (nonce) => signToken(CHIAVE, claimsDi(nonce, { aud: "fiorino-api" })), {}, 401],
    ["an expired ID token", (nonce) => signToken(CHIAVE, claimsDi(nonce, { exp: SECONDI - 100 })), {}, 401],
    ["an ID token of another key", (nonce) => signToken(createChiave("prima"), claimsDi(nonce)), {}, 401],
    ["a code that the provider refuses", () => undefined, {}, 503],
    ["a person without groups or account", (nonce) => signToken(CHIAVE, claimsDi(nonce, { groups: ["altri"] })), {}, 403],
  ])("refuses %s", async (_caso, idToken, query, status) => {
    const { cookies, stato, nonce } = await begin();
    emittente.idToken = () => idToken(nonce);
    const esito = await complete(cookies, { code: "abc", state: stato, ...query });
    expect([esito.status, cookiesDi(esito)]).toEqual([status, []]);
  });

  it("refuses a return that did not begin in this browser, or that the provider says went wrong", async () => {
    const { cookies, stato } = await begin();
    expect((await complete([], { code: "abc", state: stato })).status).toBe(401);
    expect((await complete(["__Host-fiorino-accesso=AAAA"], { code: "abc", state: stato })).status).toBe(401);
    expect((await complete(cookies, { error: "access_denied", state: stato })).status).toBe(401);
  });

  it.each(["//altro.example", "https://altro.example", "/\\altro.example", "console"])("never sends the browser to %s", async (ritorno) => {
    const { status, body } = await invoke("beginLoginOidc", { query: { ritorno } });
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining("ritorno")]);
  });
});

it("walks every operation of this resource", () => expect(new Set(OPERAZIONI).size).toBe(11));
