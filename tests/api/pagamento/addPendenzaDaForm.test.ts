import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORM_BOLLO, FORM_OCCUPAZIONE } from "../../../local/sandbox/form-cittadino.ts";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { type AmbienteApi, type Chiamata, cittadino, createAmbiente } from "../ambiente.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";

const CF = "RSSMRA85T10A562S";
const PDF = Buffer.from("%PDF-1.7 pianta").toString("base64");
const DATI = {
  richiedente: { codiceFiscale: CF, nominativo: "Mario Rossi" },
  ...{ uso: "banco", metri: 6, dal: "2026-12-06", al: "2026-12-08", consensoInformativa: "2026-01" },
};
const FORME: Readonly<Record<string, unknown>> = {
  COSAP: FORM_OCCUPAZIONE,
  BOLLOT: FORM_BOLLO,
  SPENTA: { abilitato: false },
  DIRETTA: { abilitato: true },
};

let ambiente: AmbienteApi;
let s3: DepositoS3;
beforeAll(async () => {
  s3 = await startDepositoS3();
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  const put = async (id: string, params: Readonly<Record<string, string>>, body: unknown) => {
    const esito = await ambiente.invoke(`backoffice/${id}`, { params, body });
    expect([esito.status, esito.body]).toEqual([expect.toSatisfy((status) => status === 200 || status === 201), expect.anything()]);
  };
  for (const [idTipoPendenza, portalePagamento] of Object.entries(FORME)) {
    await put("addTipoPendenza", { idTipoPendenza }, { descrizione: idTipoPendenza, portalePagamento });
    await put("addTipoPendenzaDominio", { idDominio: COMUNE, idTipoPendenza }, {});
  }
  await put("addEntrata", { idEntrata: "COSAP" }, { descrizione: "Canone", tipoContabilita: "ALTRO", codiceContabilita: "0103101AP/" });
  await put(
    "addEntrataDominio",
    { idDominio: COMUNE, idEntrata: "COSAP" },
    { ibanAccredito: "IT60X0542811101000000123456", abilitato: true },
  );
});
afterAll(async () => {
  await ambiente.stop();
  await s3.stop();
});

const submit = (tipo: string, body: unknown, altro: Chiamata = {}, idDominio = COMUNE) =>
  ambiente.invoke("pagamento/addPendenzaDaForm", { params: chiave(tipo, idDominio), body, ...altro });
const detail = async (idPendenza: unknown) =>
  (await ambiente.invoke("backoffice/getPendenza", { params: chiave(String(idPendenza), "GEST-TRIBUTI") })).body;
const cookieOf = (cookies: readonly string[]): string => cookies[0]?.split(";")[0] ?? "";

describe("POST /pagamento/v2/pendenze/{idDominio}/{idTipoPendenza}", () => {
  it.each(readCampioni("pagamento/addPendenzaDaForm"))("answers the sample $caso", async (campione) => {
    const { pathParameters, queryStringParameters, body, expected } = campione;
    const esito = await ambiente.invoke("pagamento/addPendenzaDaForm", {
      params: pathParameters ?? {},
      query: queryStringParameters ?? {},
      body,
      as: null,
    });
    expect([esito.status, esito.body]).toEqual([expected.status, expect.anything()]);
  });

  it("makes a spontaneous debt whose amount is ours, with its attachment and the consent", async () => {
    const dati = { ...DATI, importo: undefined, planimetria: { nome: "pianta.pdf", contenuto: PDF } };
    const esito = await submit("COSAP", dati, { as: cittadino(CF) });
    expect([esito.status, esito.body]).toEqual([
      201,
      expect.objectContaining({ importo: 20.7, tipoPendenza: "COSAP", UUID: expect.any(String), numeroAvviso: expect.any(String) }),
    ]);
    expect(await detail(esito.body["idPendenza"])).toMatchObject({
      ...{ tipo: "spontaneo", importo: 20.7, soggettoPagatore: { identificativo: CF } },
      datiAllegati: { informativa: { versione: "2026-01", accettataAlle: expect.stringMatching(/^\d{4}-.*Z$/) } },
      allegati: [expect.objectContaining({ nome: "pianta.pdf", tipo: "application/pdf" })],
    });
  });

  it("tells the amount before, by the same rules, and writes nothing", async () => {
    const { status, body } = await submit("COSAP", { ...DATI, metri: 7 }, { as: null, query: { anteprima: "true" } });
    expect([status, body]).toEqual([200, { importo: 24.15, campi: expect.arrayContaining(["metri", "uso"]) }]);
    const { body: trasloco } = await submit("COSAP", { ...DATI, uso: "trasloco" }, { as: null, query: { anteprima: "true" } });
    expect(trasloco).toEqual({ importo: 55.5, campi: expect.not.arrayContaining(["metri"]) });
  });

  it("makes a stamp duty: only the digest of the document is kept", async () => {
    const dati = { richiedente: DATI.richiedente, documento: { contenuto: PDF }, provincia: "CN", consensoInformativa: "2026-01" };
    const { status, body } = await submit("BOLLOT", dati, { as: cittadino(CF) });
    expect([status, body["importo"]]).toEqual([201, 16]);
    expect(await detail(body["idPendenza"])).toMatchObject({
      voci: [{ tipoBollo: "01", hashDocumento: expect.stringMatching(/^[\w+/]{43}=$/), provinciaResidenza: "CN", importo: 16 }],
    });
  });

  it("lets its own citizen correct what is not paid, and nobody else", async () => {
    const creata = (await submit("COSAP", DATI, { as: cittadino(CF) })).body;
    const query = { idA2A: "GEST-TRIBUTI", idPendenza: String(creata["idPendenza"]) };
    const corretta = await submit("COSAP", { ...DATI, metri: 10 }, { as: cittadino(CF), query });
    expect(corretta).toMatchObject({ status: 200, body: { importo: 34.5, numeroAvviso: creata["numeroAvviso"] } });
    for (const as of [cittadino("VRDLGU80A01H501S"), null]) {
      const altrui = { ...DATI, richiedente: { ...DATI.richiedente, codiceFiscale: "VRDLGU80A01H501S" }, metri: 1 };
      expect(await submit("COSAP", altrui, { as, query })).toMatchObject({ status: 404 });
    }
    const inesistente = await submit("COSAP", DATI, { as: null, query: { ...query, idPendenza: "MAI-VISTA" } });
    expect(inesistente).toMatchObject({ status: 404, body: { dettaglio: "pendenza MAI-VISTA non trovata" } });
    expect((await detail(creata["idPendenza"]))["importo"]).toBe(34.5);
  });

  it("lets who has no credentials correct the debt of its own session", async () => {
    const creata = await submit("COSAP", DATI, { as: null });
    const query = { idA2A: "GEST-TRIBUTI", idPendenza: String(creata.body["idPendenza"]) };
    const corretta = await submit("COSAP", { ...DATI, metri: 1 }, { as: null, query, cookies: [cookieOf(creata.cookies)] });
    expect(corretta).toMatchObject({ status: 200, body: { importo: 3.45 } });
  });

  it.each<[string, Parameters<typeof submit>, number, string, string]>([
    ["the debt of another person", ["COSAP", DATI, { as: cittadino("VRDLGU80A01H501S") }], 422, "CIT_003", "VRDLGU80A01H501S"],
    ["a form that is off, to a citizen", ["SPENTA", {}, { as: cittadino(CF) }], 422, "CIT_002", "SPENTA"],
    ["a form that is off, to who has no credentials", ["SPENTA", {}, { as: null }], 422, "UAN_002", "SPENTA"],
    ["a form that is off, to an application", ["SPENTA", {}], 422, "422000", "SPENTA"],
    ["a type without a form", ["TARI", {}, { as: null }], 422, "UAN_002", "TARI"],
    ["a citizen that says itself what the debt is", ["DIRETTA", corpo(), { as: cittadino(CF) }], 422, "422000", "diventano"],
    [
      "an application that writes for another",
      ["DIRETTA", { ...corpo(), idA2A: "GEST-MENSA", idPendenza: "X" }],
      400,
      "APP_002",
      "GEST-MENSA",
    ],
    ["a creditor that does not exist", ["COSAP", DATI, { as: null }, "99999999999"], 422, "DOM_000", "99999999999"],
    [
      "a creditor of others, to an application that does not see it, in the same words",
      ["COSAP", DATI, { as: "gest-mensa" }],
      422,
      "DOM_000",
      "non registrato",
    ],
    ["a type that the creditor does not use", ["COSAP", DATI, { as: null }, UNIONE], 422, "TVD_000", "COSAP"],
    ["half of the names of a debt", ["COSAP", DATI, { as: null, query: { idPendenza: "X" } }], 400, "SINTASSI", "idA2A"],
    ["an amount of one's own", ["COSAP", { ...DATI, importo: 0.01 }, { as: null }], 400, "SINTASSI", "importo"],
    ["no consent", ["COSAP", { ...DATI, consensoInformativa: "0" }, { as: null }], 400, "SINTASSI", "informativa"],
    ["a period upside down", ["COSAP", { ...DATI, dal: "2026-12-31" }, { as: null }], 400, "SINTASSI", "importo"],
    [
      "a script as a plan",
      ["COSAP", { ...DATI, planimetria: { nome: "a.pdf", contenuto: "PHNjcmlwdD4=" } }, { as: null }],
      400,
      "SINTASSI",
      "planimetria",
    ],
    [
      "the prototype of objects",
      ["COSAP", { ...DATI, richiedente: { ...DATI.richiedente, constructor: 1 } }, { as: null }],
      400,
      "SINTASSI",
      "constructor",
    ],
  ])("refuses %s", async (_caso, argomenti, status, codice, nominato) => {
    const esito = await submit(...argomenti);
    expect([esito.status, esito.body]).toEqual([status, expect.objectContaining({ codice, dettaglio: expect.stringContaining(nominato) })]);
  });

  it("refuses, where it is written, a form that nobody could fill in", async () => {
    const portalePagamento = { abilitato: true, form: { tipo: "fiorino", definizione: { importo: "ignota(1)" } } };
    const esito = await ambiente.invoke("backoffice/addTipoPendenza", {
      params: { idTipoPendenza: "ROTTA" },
      body: { descrizione: "Rotta", portalePagamento },
    });
    expect(esito).toMatchObject({ status: 400, body: { dettaglio: expect.stringContaining("portalePagamento.form: importo") } });
  });
});
