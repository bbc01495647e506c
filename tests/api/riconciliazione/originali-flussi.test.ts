/** Settlement flows as documents, through the deployed handlers: "riconciliazione/addFlussoRendicontazione" and "riconciliazione/getOriginaleFlusso". */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PASSWORD } from "../../sostegno/anagrafica.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { buildDocumento, EMESSO } from "../../sostegno/documento-flusso.ts";
import { buildRiga } from "../../sostegno/flussi.ts";
import { seedOperatori } from "../../sostegno/operatori.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, consume, FLUSSO, seedRiconciliazione, UNIONE } from "./archivio.ts";

const CARICATO = "2026-11-24ABI03069-000000077";
const DOCUMENTO = buildDocumento([buildRiga(7)], { idFlusso: CARICATO });

let ambiente: AmbienteApi;
let s3: DepositoS3;
beforeAll(async () => {
  s3 = await startDepositoS3();
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  await seedRiconciliazione(ambiente.deposito);
  const acl = [{ servizio: "Rendicontazioni e Incassi", autorizzazioni: ["R", "W"] }];
  const corpo = { ragioneSociale: "Ragioniere", password: PASSWORD, tipiPendenza: ["*"], acl };
  await seedOperatori(ambiente.deposito, [
    { params: { principal: "ragioniere" }, body: { ...corpo, domini: [COMUNE] } },
    { params: { principal: "ragioniere-unione" }, body: { ...corpo, domini: [UNIONE] } },
  ]);
});
afterAll(async () => {
  await ambiente.stop();
  await s3.stop();
});

const load = (contenuto: string | Uint8Array, altro: { as?: string; idDominio?: string; tipo?: string } = {}) =>
  ambiente.invoke("riconciliazione/addFlussoRendicontazione", {
    query: { idDominio: altro.idDominio ?? COMUNE },
    headers: { "content-type": altro.tipo ?? "application/xml" },
    body: contenuto,
    ...(altro.as !== undefined && { as: altro.as }),
  });
const download = (idFlusso: string, altro: { as?: string; query?: Record<string, string> } = {}) =>
  ambiente.invoke("riconciliazione/getOriginaleFlusso", { params: { idDominio: COMUNE, idFlusso }, ...altro });

it("caricato da un ragioniere, acquisito, visto e scaricato com'era", async () => {
  const { status, body } = await load(DOCUMENTO, { as: "ragioniere" });
  expect([status, body]).toEqual([
    201,
    {
      ...{ idDominio: COMUNE, idFlusso: CARICATO, idPsp: "ABI03069", trn: "TRN-1", dataRegolamento: "2026-11-24" },
      ...{ dataOraFlusso: "2026-11-24T19:30:00.000+01:00", numeroPagamenti: 1, importoTotale: 10.07 },
    },
  ]);
  const { handler } = await import("../../../functions/consumers/flussi.ts");
  const chiave = { idDominio: COMUNE, idFlusso: CARICATO, idPsp: "ABI03069", revisione: Date.parse(EMESSO) / 1000 };
  expect(await consume(handler, { ...chiave, pagina: 1 })).toEqual({ batchItemFailures: [] });
  const visto = await ambiente.invoke("riconciliazione/getFlussoRendicontazione", { params: { idDominio: COMUNE, idFlusso: CARICATO } });
  expect(visto.body).toMatchObject({ stato: "Acquisito", importoTotale: 10.07, rendicontazioni: [{ importo: 10.07, stato: "ANOMALA" }] });
  const scaricato = await download(CARICATO, { as: "ragioniere" });
  expect([scaricato.status, scaricato.headers["content-type"], scaricato.testo]).toEqual([200, "application/xml", DOCUMENTO]);
});

it("di nuovo, anche compresso, risponde 200 e non registra altro", async () => {
  expect((await load(gzipSync(DOCUMENTO), { tipo: "application/gzip" })).status).toBe(200);
});

it("arrivato da FdR-3 si scarica ricostruito; con la data, quell'emissione", async () => {
  const { status, testo } = await download(FLUSSO);
  expect([status, testo.match(/<datiSingoliPagamenti>/g)?.length]).toEqual([200, 3]);
  expect((await download(FLUSSO, { query: { dataOraFlusso: "2026-11-24T19:30:00" } })).status).toBe(200);
  expect((await download(FLUSSO, { query: { dataOraFlusso: "2026-11-25T19:30:00" } })).status).toBe(404);
});

it("troppo grande per una risposta si scarica dal deposito", async () => {
  const idFlusso = "2026-11-24ABI03069-000000078";
  const grande = buildDocumento([buildRiga(8)], { idFlusso }).replace(
    "</FlussoRiversamento>",
    `${" ".repeat(5_000_000)}</FlussoRiversamento>`,
  );
  expect((await load(gzipSync(grande), { tipo: "application/gzip" })).status).toBe(201);
  const { handler } = await import("../../../functions/consumers/flussi.ts");
  const chiave = { idDominio: COMUNE, idFlusso, idPsp: "ABI03069", revisione: Date.parse(EMESSO) / 1000 };
  expect(await consume(handler, { ...chiave, pagina: 1 })).toEqual({ batchItemFailures: [] });
  const { status, headers } = await download(idFlusso);
  expect([status, headers["location"]]).toEqual([303, expect.stringContaining(`flussi/${COMUNE}/${idFlusso}/`)]);
});

const enorme = gzipSync(Buffer.alloc(16 * 1024 * 1024, 32));
it.each<[string, string | Uint8Array, Parameters<typeof load>[1], number, string]>([
  ["vuoto", "", {}, 400, "vuoto"],
  ["con una DTD", DOCUMENTO.replace("?>", "?><!DOCTYPE a>"), {}, 400, "DOCTYPE"],
  ["un gzip rotto", gzipSync(DOCUMENTO).subarray(0, 40), { tipo: "application/gzip" }, 400, "gzip"],
  ["oltre 15 MB una volta espanso", enorme, { tipo: "application/gzip" }, 400, "15 MB"],
  ["di un altro ente", DOCUMENTO, { idDominio: UNIONE }, 422, "istitutoRicevente"],
  ["da chi non vede l'ente", DOCUMENTO, { as: "ragioniere-unione" }, 403, "ambito"],
])("rifiutato: %s", async (_caso, contenuto, altro, atteso, parola) => {
  const { status, body } = await load(contenuto, altro);
  expect([status, String(body["dettaglio"])]).toEqual([atteso, expect.stringContaining(parola)]);
});

it("404 a un flusso che non c'è, 403 a chi non vede l'ente", async () => {
  expect((await download("altro")).status).toBe(404);
  expect((await download(FLUSSO, { as: "ragioniere-unione" })).status).toBe(403);
});
