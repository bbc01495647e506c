/** Exports of lists: "backoffice/addEsportazione", the queue that makes the file, "backoffice/getEsportazione". */
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { readZip } from "../../sostegno/zip.ts";
import { type AmbienteApi, type Chiamata, createAmbiente, type Esito } from "../ambiente.ts";

const QUANTE = 7;
const SOLO_MENSA = "contabile-mensa";
let s3: DepositoS3;
let ambiente: AmbienteApi;

const invoke = (id: string, chiamata: Chiamata = {}): Promise<Esito> => ambiente.invoke(`backoffice/${id}`, chiamata);

const consume = async (id: string): Promise<SQSBatchResponse> => {
  const modulo: { handler: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse> } = await import(
    "../../../functions/consumers/esportazioni.ts"
  );
  const attributes = { ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "prova", ApproximateFirstReceiveTimestamp: "0" };
  const comune = { messageAttributes: {}, md5OfBody: "", eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:x:0:prova", awsRegion: "x" };
  const messaggio = { messageId: "m", receiptHandle: "r", body: JSON.stringify({ id }), attributes, ...comune };
  const contesto = { awsRequestId: "esportazioni", functionName: "prova", getRemainingTimeInMillis: () => 120_000 } as Context;
  return modulo.handler({ Records: [messaggio] }, contesto);
};

/** Asks, lets the queue do it, and downloads. */
const esporta = async (
  body: Readonly<Record<string, unknown>>,
  as?: string,
): Promise<{ readonly stato: Record<string, unknown>; readonly file: Buffer }> => {
  const chi = as === undefined ? {} : { as };
  const chiesta = await invoke("addEsportazione", { body, ...chi });
  expect([chiesta.status, chiesta.body["stato"]]).toEqual([202, "IN_ATTESA"]);
  const id = String(chiesta.body["id"]);
  expect(await consume(id)).toEqual({ batchItemFailures: [] });
  // Told again: nothing is made twice.
  expect(await consume(id)).toEqual({ batchItemFailures: [] });
  const { status, body: stato } = await invoke("getEsportazione", { params: { id }, ...chi });
  expect(status).toBe(200);
  const collegamento = stato["collegamento"];
  const file = typeof collegamento === "string" ? Buffer.from(await (await fetch(collegamento)).arrayBuffer()) : Buffer.alloc(0);
  return { stato, file };
};
const righeDi = (file: Buffer): readonly string[] => file.toString("utf8").replace("\uFEFF", "").trimEnd().split("\r\n");

beforeAll(async () => {
  s3 = await startDepositoS3();
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  const acl = ["Pendenze", "Rendicontazioni e Incassi"].map((servizio) => ({ servizio, autorizzazioni: ["R"] }));
  const body = { ragioneSociale: "Contabile mensa", password: PASSWORD, domini: [COMUNE], tipiPendenza: ["MENSA"], acl };
  expect((await invoke("addOperatore", { params: { principal: SOLO_MENSA }, body })).status).toBe(201);
  for (let n = 1; n <= QUANTE; n += 1) {
    const pendenza = {
      ...{
        idTipoPendenza: "TARI",
        idDominio: n === QUANTE ? UNIONE : COMUNE,
        causale: n === 1 ? "=cmd()" : `TARI; rata ${n}`,
        importo: 10 + n / 100,
      },
      soggettoPagatore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Mario Rossi" },
      voci: [{ idVocePendenza: "1", importo: 10 + n / 100, descrizione: "TARI", codEntrata: "TARI" }],
    };
    const params = { idA2A: "GEST-TRIBUTI", idPendenza: `ESP-${n}` };
    expect((await ambiente.invoke("pendenze/addPendenza", { params, body: pendenza })).status).toBe(201);
  }
});
afterAll(async () => {
  await ambiente.stop();
  await s3.stop();
});

describe("a list as a file", () => {
  it("is a CSV that a spreadsheet opens, with every row of the list", async () => {
    const { stato, file } = await esporta({ contenuto: "pendenze", idDominio: COMUNE });
    expect(stato).toMatchObject({ stato: "PRONTA", righe: QUANTE - 1, byte: file.length, formato: "CSV" });
    expect(stato["nomeFile"]).toMatch(/^pendenze-\d{4}-\d{2}-\d{2}T\d{6}\.csv$/);
    const [testata, prima, seconda, ...altre] = righeDi(file);
    expect(testata).toMatch(/^idDominio;idA2A;idPendenza;/);
    expect(prima).toContain(";ESP-1;");
    expect(prima).toContain(";'=cmd();10,01;");
    expect(seconda).toContain(';"TARI; rata 2";10,02;');
    expect(altre).toHaveLength(QUANTE - 3);
  });

  it("is a workbook too", async () => {
    const { stato, file } = await esporta({ contenuto: "pendenze", formato: "XLSX" });
    expect(stato).toMatchObject({ righe: QUANTE, formato: "XLSX" });
    const foglio = readZip(file).get("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    expect(foglio.match(/<row>/g)).toHaveLength(QUANTE + 1);
    expect(foglio).toContain("<v>10.07</v>");
  });

  it("holds what who asks may list, and nothing else", async () => {
    expect((await esporta({ contenuto: "pendenze" }, SOLO_MENSA)).stato).toMatchObject({ stato: "PRONTA", righe: 0 });
    expect((await esporta({ contenuto: "pendenze", statoPendenza: "ESEGUITA" })).stato).toMatchObject({ righe: 0 });
    expect((await esporta({ contenuto: "pendenze", decimali: "punto" })).file.toString("utf8")).toContain(";10.01;");
  });

  it("di chi è il denaro delle ricevute si chiede per un ente, e ha una riga per totale", async () => {
    const { stato, file } = await esporta({ contenuto: "beneficiari", idDominio: COMUNE });
    const [testata, ...righe] = righeDi(file);
    expect(stato).toMatchObject({ stato: "PRONTA", righe: righe.length });
    expect(testata).toBe("relazione;idDominioTitolare;idBeneficiario;idTipoPendenza;tassonomia;idPsp;quote;importo");
    const senzaEnte = await invoke("addEsportazione", { body: { contenuto: "beneficiari" } });
    expect([senzaEnte.status, senzaEnte.testo.includes("idDominio")]).toEqual([400, true]);
  });

  it.each([["riscossioni"], ["rendicontazioni"], ["flussi"], ["incassi"], ["entrate-previste"], ["accertamenti"], ["eventi"]])(
    "may be of %s",
    async (contenuto) => {
      const { stato, file } = await esporta({ contenuto, idDominio: COMUNE });
      const [testata, ...righe] = righeDi(file);
      expect(stato).toMatchObject({ stato: "PRONTA", righe: righe.length });
      expect(testata?.split(";").length).toBeGreaterThan(9);
      expect(righe.filter((riga) => riga.includes(";addPendenza;"))).toHaveLength(contenuto === "eventi" ? QUANTE - 1 : 0);
    },
  );

  it("is asked for as in its sample", async () => {
    const { body, expected } = findCampione("backoffice/addEsportazione");
    expect((await invoke("addEsportazione", { body })).status).toBe(expected.status);
  });
});

describe("an export", () => {
  it("is of who asked for it", async () => {
    const { body } = await invoke("addEsportazione", { body: { contenuto: "pendenze" } });
    const { status } = await invoke("getEsportazione", { params: { id: String(body["id"]) }, as: SOLO_MENSA });
    expect(status).toBe(404);
    const { pathParameters, expected } = findCampione("backoffice/getEsportazione");
    expect((await invoke("getEsportazione", { params: pathParameters ?? {} })).status).toBe(expected.status);
  });

  it.each([
    ["a list of which the caller has no right", { contenuto: "eventi" }, SOLO_MENSA, 403, /Giornale degli Eventi/],
    [
      "a filter of another list",
      { contenuto: "flussi", statoPendenza: "ESEGUITA" },
      undefined,
      400,
      /statoPendenza: è un filtro di pendenze/,
    ],
    ["a format that is not", { contenuto: "flussi", formato: "PDF" }, undefined, 400, /formato/],
    ["a list that is not", { contenuto: "segreti" }, undefined, 400, /contenuto/],
  ])("is refused for %s", async (_caso, body, as, status, atteso) => {
    const esito = await invoke("addEsportazione", { body, ...(as !== undefined && { as }) });
    expect([esito.status, String(esito.body["dettaglio"])]).toEqual([status, expect.stringMatching(atteso)]);
  });
});
