import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const NUMERO = "301900000000000180";

describe("GET /pendenze/v2/avvisi/{idDominio}/{numeroAvviso}", () => {
  let api: ImpiantoPendenze;
  let s3: DepositoS3;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    api = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
    await api.sample("addPendenza", "a-due-voci");
  });
  afterAll(async () => {
    await api.stop();
    await s3.stop();
  });
  const get = (numeroAvviso: string, accept = "application/json", as = "gest-tributi") =>
    api.invoke("pendenze/getAvviso", { params: { idDominio: COMUNE, numeroAvviso }, headers: { accept }, as });

  it.each(["dati", "stampa", "stampa-bilingue"])("answers the sample %s as it says", async (caso) => {
    const { atteso, esito } = await api.sample("getAvviso", caso);
    expect(esito.status).toBe(atteso);
  });

  it("is data by default: what the QR and the barcode carry, in one request", async () => {
    await get(NUMERO);
    api.richieste.length = 0;
    expect((await get(NUMERO, "*/*")).body).toEqual({
      ...{ stato: "NON_ESEGUITA", importo: 150.5, idDominio: COMUNE, numeroAvviso: NUMERO, descrizione: "TARI 2026, prima rata" },
      ...{ dataScadenza: "2099-12-31", tassonomiaAvviso: "Imposte e tasse", qrcode: `PAGOPA|002|${NUMERO}|${COMUNE}|15050` },
      barcode: `4158000123456789${"8020"}${NUMERO}390215050`,
    });
    expect(api.richieste).toEqual(["GetItem"]);
  });

  it("is a PDF when the caller accepts it, the same bytes until the debt changes", async () => {
    const [primo, secondo] = [await get(NUMERO, "application/pdf"), await get(NUMERO, "application/pdf;q=0.9, */*;q=0.1")];
    expect(primo).toMatchObject({
      status: 200,
      headers: { "content-type": "application/pdf", "content-disposition": expect.stringContaining(`${COMUNE}_${NUMERO}.pdf`) },
    });
    expect(primo.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(secondo.bytes.equals(primo.bytes)).toBe(true);
    await api.sample("addPendenza", "c-aggiornamento");
    expect((await get(NUMERO, "application/pdf")).bytes.equals(primo.bytes)).toBe(false);
  });

  it("is printed once, and again only when asked in another language", async () => {
    const stampa = (query: Readonly<Record<string, string>>) =>
      api.invoke("pendenze/getAvviso", {
        params: { idDominio: COMUNE, numeroAvviso: NUMERO },
        query,
        headers: { accept: "application/pdf" },
      });
    const italiano = await stampa({ linguaSecondaria: "false" });
    s3.richieste.length = 0;
    api.richieste.length = 0;
    expect((await stampa({})).bytes.equals(italiano.bytes)).toBe(true);
    expect([api.richieste, s3.richieste.map((r) => r.slice(0, 3))]).toEqual([["GetItem"], ["GET"]]);
    const tedesco = await stampa({ linguaSecondaria: "de" });
    expect(tedesco.bytes.equals(italiano.bytes)).toBe(false);
    expect(tedesco.bytes.toString("latin1")).toContain("/Lang (de-DE)");
    expect(await stampa({ linguaSecondaria: "es" })).toMatchObject({ status: 400, body: { codice: "100001" } });
  });

  it.each([
    ["expired", "PAG_007", { dataScadenza: "2020-01-01" }, []],
    ["annulled", "PAG_006", {}, [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }]],
  ] as const)("has no print for a debt %s, and remains readable as data", async (nome, codice, altro, variazioni) => {
    const { body } = await api.put(`STAMPA-${nome}`, corpo(altro));
    if (variazioni.length > 0) await api.invoke("pendenze/updatePendenza", { params: chiave(`STAMPA-${nome}`), body: variazioni });
    const numeroAvviso = String(body["numeroAvviso"]);
    expect(await get(numeroAvviso, "application/pdf")).toMatchObject({
      status: 422,
      body: { codice, dettaglio: expect.stringContaining(numeroAvviso) },
    });
    expect((await get(numeroAvviso)).status).toBe(200);
  });

  it("follows the state of the debt", async () => {
    const creata = await api.put("SCADUTA", corpo({ dataScadenza: "2020-01-01" }));
    const numeroAvviso = String(creata.body["numeroAvviso"]);
    expect((await get(numeroAvviso)).body["stato"]).toBe("SCADUTA");
    await api.invoke("pendenze/updatePendenza", {
      params: chiave("SCADUTA"),
      body: [{ op: "REPLACE", path: "/stato", value: "ANNULLATA" }],
    });
    expect((await get(numeroAvviso)).body["stato"]).toBe("ANNULLATA");
  });

  it("has no print for a debt of stamps only", async () => {
    const bollo = {
      idVocePendenza: "1",
      importo: 16,
      descrizione: "Bollo",
      tipoBollo: "01",
      hashDocumento: "AAAA",
      provinciaResidenza: "TO",
    };
    const { body } = await api.put("BOLLO", corpo({ idTipoPendenza: "BOLLOT", importo: 16, voci: [bollo] }));
    const numeroAvviso = String(body["numeroAvviso"]);
    expect(await get(numeroAvviso, "application/pdf")).toMatchObject({
      status: 404,
      body: { dettaglio: expect.stringContaining("bolli") },
    });
    expect((await get(numeroAvviso)).status).toBe(200);
  });

  it.each([
    ["an unknown number", "301900000000000999", "gest-tributi"],
    ["the same IUV under another first digit", `1${NUMERO.slice(1)}`, "gest-tributi"],
    ["a caller without that creditor", NUMERO, "gest-mensa"],
  ])("answers 404 to %s", async (_caso, numeroAvviso, as) => {
    expect(await get(numeroAvviso, "application/json", as)).toMatchObject({ status: 404, body: { codice: "404000" } });
  });
});
