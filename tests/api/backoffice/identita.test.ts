/** Who may come in and how: every mode of authentication, every lie, the rotation of secrets, and what a warm call costs. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProviderDiIdentita } from "../../../shared/contracts/identita.ts";
import { PASSWORD } from "../../sostegno/anagrafica.ts";
import {
  createChiave,
  type EmittenteDiProva,
  signHmacConPubblica,
  signSenzaFirma,
  signToken,
  startEmittente,
} from "../../sostegno/identita.ts";
import { type AmbienteApi, buildEvento, type Chiamata, createAmbiente, type Esito, toEsito } from "../ambiente.ts";

const OPERAZIONI = ["backoffice/findSegretiApplicazione", "backoffice/addSegretoApplicazione", "backoffice/updateSegretoApplicazione"];
const CHIAVE = createChiave("prima");
const SECONDI = Math.floor(Date.now() / 1000);
const SOGGETTO_PROXY = "CN=proxy.ente.example,O=Ente,C=IT";

let emittente: EmittenteDiProva;
let ambiente: AmbienteApi;

beforeAll(async () => {
  emittente = await startEmittente([CHIAVE]);
  const comune = { destinatari: ["fiorino-api"], claimPrincipal: "client_id" };
  ambiente = await createAmbiente({
    FIORINO_AUTENTICAZIONE: "basic,apikey,ssl,oauth2,header",
    FIORINO_CHIAVE_CREDENZIALI: "chiave-delle-prove-di-identita",
    FIORINO_IDENTITA: JSON.stringify(
      ProviderDiIdentita.parse([{ ...comune, id: "prova", nome: "Prova", emittente: emittente.url, chiamanti: ["applicazione"] }]),
    ),
    FIORINO_PROXY_IDENTITA: JSON.stringify({
      intestazione: "x-fiorino-principal",
      segreto: { intestazione: "x-fiorino-proxy", sha256: "ed7f21c2a31887bd9c5bf493a1d47d8817458a43de7fd436fe3318a9666161e8" },
      certificato: SOGGETTO_PROXY,
    }),
  });
});
afterAll(async () => {
  await ambiente?.stop();
  await emittente?.stop();
});

const backoffice = (id: string, chiamata: Chiamata = {}): Promise<Esito> => ambiente.invoke(`backoffice/${id}`, chiamata);
/** Who the API Pendenze says that is calling. */
const profilo = (headers: Readonly<Record<string, string>>): Promise<Esito> =>
  ambiente.invoke("pendenze/getProfilo", { as: null, headers });
const esitoDi = ({ status, body }: Esito): unknown => (status === 200 ? body["nome"] : status);
const basic = (principal: string, segreto: string) => ({ authorization: `Basic ${btoa(`${principal}:${segreto}`)}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const claims = (campi: object = {}) => ({
  ...{ iss: emittente.url, aud: "fiorino-api", client_id: "gest-tributi", iat: SECONDI, exp: SECONDI + 600 },
  ...campi,
});

describe("a bearer token", () => {
  it("of a provider that is trusted lets its application in", async () => {
    expect(esitoDi(await profilo(bearer(signToken(CHIAVE, claims()))))).toBe("GEST-TRIBUTI");
    expect(esitoDi(await profilo(bearer(signToken(CHIAVE, claims({ aud: ["altro", "fiorino-api"] })))))).toBe("GEST-TRIBUTI");
  });

  it.each<[string, () => string]>([
    ["no signature", () => signSenzaFirma(claims())],
    ["the public key as the secret of an HMAC", () => signHmacConPubblica(CHIAVE, claims())],
    ["the signature of another key with the same name", () => signToken(createChiave("prima"), claims())],
    ["a key that is not published", () => signToken(createChiave("altra"), claims())],
    ["an algorithm that is not allowed", () => signToken(createChiave("prima", "ES384"), claims())],
    [
      "claims changed after the signature",
      () => signToken(CHIAVE, claims()).replace(/\.[^.]+\./, `.${btoa(JSON.stringify(claims({ client_id: "nodo" }))).replace(/=+$/, "")}.`),
    ],
    ["another issuer", () => signToken(CHIAVE, claims({ iss: "https://altro.example" }))],
    ["another recipient", () => signToken(CHIAVE, claims({ aud: "fiorino-console" }))],
    ["no recipient", () => signToken(CHIAVE, claims({ aud: undefined }))],
    ["a time that has passed", () => signToken(CHIAVE, claims({ exp: SECONDI - 61 }))],
    ["no expiry", () => signToken(CHIAVE, claims({ exp: undefined }))],
    ["an expiry that is not a number", () => signToken(CHIAVE, claims({ exp: "domani" }))],
    ["a time to come", () => signToken(CHIAVE, claims({ nbf: SECONDI + 120 }))],
    ["an issue in the future", () => signToken(CHIAVE, claims({ iat: SECONDI + 120 }))],
    ["an extension that we do not know", () => signToken(CHIAVE, claims(), { crit: ["exp"] })],
    ["nobody's name", () => signToken(CHIAVE, claims({ client_id: undefined }))],
    ["two parts", () => "aaa.bbb"],
    ["more than any header holds", () => `${"a".repeat(20_000)}.b.c`],
  ])("with %s answers 401 and does not say why", async (_caso, token) => {
    const { status, body, headers } = await profilo(bearer(token()));
    expect([status, body["dettaglio"], headers["www-authenticate"]]).toEqual([
      401,
      "token non valido o scaduto",
      expect.stringContaining("Bearer"),
    ]);
  });

  it.each([
    ["59 seconds late", { exp: SECONDI - 50 }],
    ["59 seconds early", { nbf: SECONDI + 50 }],
  ])("of a clock %s is believed", async (_caso, campi) => {
    expect(esitoDi(await profilo(bearer(signToken(CHIAVE, claims(campi)))))).toBe("GEST-TRIBUTI");
  });

  it.each([
    ["nobody registered", "sconosciuto", /non è registrata/],
    ["the Node", "nodo", /non può presentarsi/],
    ["an operator, where only applications may", "operatore-limitato", /non può presentarsi/],
  ])("for %s answers 403", async (_caso, client, atteso) => {
    const { status, body } = await profilo(bearer(signToken(CHIAVE, claims({ client_id: client }))));
    expect([status, body["dettaglio"]]).toEqual([403, expect.stringMatching(atteso)]);
  });

  it("does not make invented key ids into requests", async () => {
    const prima = emittente.richieste.length;
    for (let i = 0; i < 5; i++) await profilo(bearer(signToken(createChiave(`inventata-${i}`), claims())));
    expect(emittente.richieste.length - prima).toBeLessThanOrEqual(2);
  });
});

describe("a client certificate", () => {
  const withCertificato = async (subjectDN: string, serialNumber: string, headers = {}): Promise<Esito> => {
    const { handler } = await import("../../../functions/pendenze/getProfilo.ts");
    const evento = buildEvento({ api: "pendenze", method: "GET", path: "/profilo" }, { as: null, headers });
    const clientCert = {
      clientCertPem: "",
      subjectDN,
      issuerDN: "CN=CA di prova",
      serialNumber,
      validity: { notBefore: "", notAfter: "" },
    };
    const contesto = { awsRequestId: "prova-certificato", functionName: "prova" };
    return toEsito(
      await handler({ ...evento, requestContext: { ...evento.requestContext, authentication: { clientCert } } }, Object(contesto)),
    );
  };

  beforeAll(async () => {
    const seriale = { tipo: "applicazione", riferimento: "GEST-TRIBUTI", versione: 1 };
    const principal = "seriale:0a1bff@CN=CA di prova";
    await ambiente.deposito.putMany("anagrafiche", [
      { ...seriale, pk: "PRI#cn=gestionale,o=ente", sk: "PRINCIPALE", principal: "CN=gestionale,O=Ente" },
      { ...seriale, pk: `PRI#${principal}`, sk: "PRINCIPALE", principal },
    ]);
  });

  it.each([
    ["by its subject, however written", "O=Ente, CN=gestionale", "99", "GEST-TRIBUTI"],
    ["by issuer and serial number", "CN=un nome qualsiasi", "0A:1B:FF", "GEST-TRIBUTI"],
    ["that nobody registered", "CN=altro", "98", 401],
  ])("%s", async (_caso, subject, seriale, atteso) => {
    expect(esitoDi(await withCertificato(subject, seriale))).toBe(atteso);
  });

  it.each([
    ["the proxy with its secret", SOGGETTO_PROXY, "parola-del-proxy", "GEST-TRIBUTI"],
    ["the proxy without its secret", SOGGETTO_PROXY, "", 401],
    ["the proxy with another secret", SOGGETTO_PROXY, "altra", 401],
    ["somebody who knows the secret but is not the proxy", "CN=altro", "parola-del-proxy", 401],
  ])("identity headers from %s", async (_caso, subject, segreto, atteso) => {
    expect(esitoDi(await withCertificato(subject, "97", { "x-fiorino-principal": "gest-tributi", "x-fiorino-proxy": segreto }))).toBe(
      atteso,
    );
  });

  it("identity headers from the street are nobody's", async () => {
    expect(esitoDi(await profilo({ "x-fiorino-principal": "gest-tributi" }))).toBe(401);
    expect(esitoDi(await profilo({ "x-fiorino-principal": "gest-tributi", "x-fiorino-proxy": "parola-del-proxy" }))).toBe(401);
  });
});

describe("the rotation of an application's secrets", () => {
  const params = { idA2A: "ROTA" };
  const principal = "rota";
  const body = { principal, password: PASSWORD, apiPendenze: true, domini: ["*"], tipiPendenza: ["*"] };
  const SECONDA = "Seconda-Chiave-27";
  const find = async (): Promise<Record<string, unknown>[]> => {
    const { segreti } = (await backoffice("findSegretiApplicazione", { params })).body;
    return Array.isArray(segreti) ? segreti : [];
  };
  const idDi = async (tipo: string, principale = false): Promise<string> => {
    const trovato = (await find()).find((segreto) => segreto["tipo"] === tipo && segreto["principale"] === principale);
    return String(trovato?.["id"]);
  };
  const update = (idSegreto: string, path: string) =>
    backoffice("updateSegretoApplicazione", { params: { ...params, idSegreto }, body: [{ op: "REPLACE", path, value: true }] });

  it("goes from one password to the other without a call being refused", async () => {
    expect((await backoffice("addApplicazione", { params, body })).status).toBe(201);
    const aggiunta = await backoffice("addSegretoApplicazione", { params, body: { tipo: "PASSWORD", password: SECONDA } });
    expect([aggiunta.status, Object.keys(aggiunta.body)]).toEqual([201, ["id"]]);
    expect(esitoDi(await profilo(basic(principal, PASSWORD)))).toBe("ROTA");
    expect(esitoDi(await profilo(basic(principal, SECONDA)))).toBe("ROTA");
    expect((await update(await idDi("PASSWORD"), "/principale")).status).toBe(200);
    const dopo = await find();
    expect(dopo.map(({ tipo, principale }) => [tipo, principale])).toEqual([
      ["PASSWORD", true],
      ["PASSWORD", false],
    ]);
    expect((await update(await idDi("PASSWORD"), "/revocato")).status).toBe(200);
    expect((await find()).map(({ id }) => id)).toEqual(["principale"]);
  });

  it("shows when each was made and last used, and never what it is", async () => {
    const chiave = await backoffice("addSegretoApplicazione", { params, body: { tipo: "API_KEY" } });
    expect([chiave.status, chiave.body["apiKey"]]).toEqual([201, expect.stringMatching(/^fiorino_[\w-]{43}$/)]);
    const lista = await backoffice("findSegretiApplicazione", { params });
    expect(lista.testo).not.toContain(String(chiave.body["apiKey"]));
    expect(lista.testo).not.toMatch(/scrypt|impronta|hash/i);
    expect(await find()).toEqual([
      { id: "principale", tipo: "PASSWORD", principale: true, creatoIl: expect.any(String), ultimoUso: expect.any(String) },
      { id: chiave.body["id"], tipo: "API_KEY", principale: false, creatoIl: expect.any(String) },
    ]);
  });

  it("an API key opens the door that the password opens, until it is revoked", async () => {
    const nuova = { idA2A: "ROTA-CHIAVE" };
    const altra = { ...body, principal: "rota-chiave" };
    expect((await backoffice("addApplicazione", { params: nuova, body: altra })).status).toBe(201);
    const { body: creata } = await backoffice("addSegretoApplicazione", { params: nuova, body: { tipo: "API_KEY" } });
    const chiave = String(creata["apiKey"]);
    expect(esitoDi(await profilo({ "x-app-id": "rota-chiave", "x-api-key": chiave }))).toBe("ROTA-CHIAVE");
    expect(esitoDi(await profilo({ "x-app-id": "rota-chiave", "x-api-key": `${chiave}x` }))).toBe(401);
    expect(esitoDi(await profilo({ "x-app-id": "gest-tributi", "x-api-key": chiave }))).toBe(401);
  });

  it.each<[string, string, Chiamata, number, RegExp]>([
    ["a third API key", "addSegretoApplicazione", { body: { tipo: "API_KEY" } }, 422, /al massimo 2/],
    ["a weak password", "addSegretoApplicazione", { body: { tipo: "PASSWORD", password: "debole" } }, 400, /password/],
    ["no password", "addSegretoApplicazione", { body: { tipo: "PASSWORD" } }, 400, /password: obbligatoria/],
    ["a key chosen by the caller", "addSegretoApplicazione", { body: { tipo: "API_KEY", password: SECONDA } }, 400, /la genera/],
    ["an unknown application", "addSegretoApplicazione", { params: { idA2A: "NESSUNA" }, body: { tipo: "API_KEY" } }, 404, /NESSUNA/],
    ["the secrets of an unknown application", "findSegretiApplicazione", { params: { idA2A: "NESSUNA" } }, 404, /NESSUNA/],
  ])("refuses %s", async (caso, id, chiamata, status, atteso) => {
    if (caso === "a third API key") await backoffice("addSegretoApplicazione", { params, body: { tipo: "API_KEY" } });
    const esito = await backoffice(id, { params, ...chiamata });
    expect([esito.status, esito.body["dettaglio"]]).toEqual([status, expect.stringMatching(atteso)]);
  });

  it("does not promote a key, nor what is the main one already, nor revoke what is not there", async () => {
    expect((await update(await idDi("API_KEY"), "/principale")).status).toBe(422);
    expect((await update("principale", "/principale")).status).toBe(422);
    expect((await update("0123456789ab", "/revocato")).status).toBe(404);
  });
});

it("walks every operation of the secrets", () => expect(OPERAZIONI).toHaveLength(3));
