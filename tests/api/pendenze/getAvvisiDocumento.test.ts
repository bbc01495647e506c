import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const DOCUMENTO = "TARI-2026-0001";
const RATE = ["301900000000001089", "301900000000001190", "301900000000001291"];

describe("GET /pendenze/v2/documenti/{idDominio}/{numeroDocumento}/avvisi", () => {
  let api: ImpiantoPendenze;
  let s3: DepositoS3;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    api = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
    const documento = { identificativo: DOCUMENTO, descrizione: "TARI 2026, in tre rate" };
    for (const [n, numeroAvviso] of RATE.entries()) {
      await api.put(`RATA-${n + 1}`, corpo({ numeroAvviso, documento: { ...documento, rata: n + 1 }, dataScadenza: `2099-0${n + 1}-28` }));
    }
    await api.put("UNICA", corpo({ documento }));
  });
  afterAll(async () => {
    await api.stop();
    await s3.stop();
  });
  const get = (query: Readonly<Record<string, string>> = {}, numeroDocumento = DOCUMENTO, idDominio = COMUNE, as = "gest-tributi") =>
    api.invoke("pendenze/getAvvisiDocumento", { params: { idDominio, numeroDocumento }, query, as });

  it.each(["tutti", "scelti-bilingui"])("answers the sample %s as it says", async (caso) => {
    const { atteso, esito } = await api.sample("getAvvisiDocumento", caso);
    expect(esito.status).toBe(atteso);
  });

  it("is one PDF, in two requests, and printed once", async () => {
    await get();
    api.richieste.length = 0;
    s3.richieste.length = 0;
    const { status, headers, bytes } = await get();
    expect([status, headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(headers["content-disposition"]).toContain(`${COMUNE}_${DOCUMENTO}.pdf`);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(api.richieste).toEqual(["Query", "BatchGetItem"]);
    expect(s3.richieste).toEqual([expect.stringMatching(/^GET documenti\/stampe\/01234567897\/[0-9a-f]{64}\.pdf$/)]);
  });

  it("names in its title the first notice, the single solution, and how many more there are", async () => {
    const { body } = await api.invoke("pendenze/getPendenza", { params: chiave("UNICA") });
    expect((await get()).bytes.toString("latin1")).toContain(`Avviso di pagamento ${String(body["numeroAvviso"])} e altri 3`);
  });

  it("leaves out what was paid or annulled, and prints anew", async () => {
    const prima = await get();
    await api.invoke("pendenze/updatePendenza", {
      params: chiave("UNICA"),
      body: [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }],
    });
    const dopo = await get();
    expect(dopo.status).toBe(200);
    expect(dopo.bytes.equals(prima.bytes)).toBe(false);
  });

  it.each<[string, Parameters<typeof get>, number, string, string]>([
    ["a document never loaded", [{}, "IGNOTO"], 404, "404000", "IGNOTO"],
    ["the document of another creditor", [{}, DOCUMENTO, UNIONE], 404, "404000", UNIONE],
    ["an application that does not own it", [{}, DOCUMENTO, COMUNE, "gest-mensa"], 404, "404000", DOCUMENTO],
    ["a number of another document", [{ numeriAvviso: "301900000000009999" }], 404, "404000", "numeriAvviso"],
    ["a number that is not one", [{ numeriAvviso: "12" }], 400, "100001", "numeriAvviso"],
    ["more numbers than allowed", [{ numeriAvviso: Array(101).fill(RATE[0]).join(",") }], 400, "100001", "numeriAvviso"],
    ["a language that is not offered", [{ linguaSecondaria: "es" }], 400, "100001", "linguaSecondaria"],
    ["a document id with forbidden characters", [{}, "a/b"], 400, "SINTASSI", "numeroDocumento"],
  ])("refuses %s", async (_caso, argomenti, status, codice, nominato) => {
    const esito = await get(...argomenti);
    expect(esito).toMatchObject({ status, body: { codice } });
    expect(String(esito.body["dettaglio"])).toContain(nominato);
  });

  it("refuses a listed notice that nobody can pay any more", async () => {
    await api.put("RATA-9", corpo({ documento: { identificativo: "DOC-9", descrizione: "D" }, dataScadenza: "2020-01-01" }));
    expect(await get({}, "DOC-9")).toMatchObject({ status: 422, body: { codice: "PAG_007" } });
  });

  it("goes on printing when the bucket is down", async () => {
    await s3.stop();
    expect((await get({ linguaSecondaria: "en" })).status).toBe(200);
  });
});
