/** Treasury files from the upload to the movements, through the deployed handlers: loaded, read by the worker of the queue, looked at, downloaded. */
import type { Context, SQSEvent, SQSRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GiornaleOpi, type MovimentoOpi, writeGiornaleOpi } from "../../../local/sandbox/tesoriere/scrittura-opi.ts";
import { COMUNE, IBAN_COMUNE, PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { buildDocumento } from "../../sostegno/documento-flusso.ts";
import { buildRiga, FLUSSO as DOCUMENTATO } from "../../sostegno/flussi.ts";
import { seedOperatori } from "../../sostegno/operatori.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

const FLUSSO = "2026-03-02ABI99001-000000012";
const RAGIONIERE = "ragioniere";
/** With the same right, on another creditor. */
const ALTRUI = "ragioniere-unione";

const sospeso = (numero: number, altro: Partial<MovimentoOpi> = {}): MovimentoOpi => ({
  ...{ numero, tipo: "ENTRATA", documento: "SOSPESO ENTRATA", operazione: "ESEGUITO", numeroDocumento: 10 + numero, importo: 12_345n },
  ...{ bolletta: 10 + numero, giorno: "2026-03-03", dataValuta: "2026-03-04", trn: `TRN00000000000000000000000000${10 + numero}` },
  cliente: { nome: "BANCA DELLE PROVE S.P.A.", codiceFiscale: "01111111111" },
  causale: `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-0000000${11 + numero}`,
  ...altro,
});

const giornale = (movimenti: readonly MovimentoOpi[], idDominio = COMUNE): string => {
  const entrate = movimenti.reduce((somma, { importo }) => somma + importo, 0n);
  const dati: GiornaleOpi = {
    versione: "1.8",
    ente: { idDominio, ragioneSociale: "Comune di Prova", codiceIpa: "CX0001", codiceIstat: "012345678" },
    giorno: "2026-03-03",
    creatoIl: "2026-03-03T18:00:00.000Z",
    conti: [{ codice: "0000123", movimenti, saldoPrecedente: 0n, entrate, uscite: 0n }],
  };
  return [...writeGiornaleOpi(dati)].join("");
};

let ambiente: AmbienteApi;
let s3: DepositoS3;
beforeAll(async () => {
  s3 = await startDepositoS3();
  ambiente = await createAmbiente({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  const acl = [{ servizio: "Rendicontazioni e Incassi", autorizzazioni: ["R", "W"] }];
  const corpo = (idDominio: string) => ({
    ragioneSociale: "Ragioniere",
    password: PASSWORD,
    domini: [idDominio],
    tipiPendenza: ["*"],
    acl,
  });
  await seedOperatori(ambiente.deposito, [
    { params: { principal: RAGIONIERE }, body: corpo(COMUNE) },
    { params: { principal: ALTRUI }, body: corpo(UNIONE) },
  ]);
});
afterAll(async () => {
  await ambiente.stop();
  await s3.stop();
});

const load = (contenuto: string | Uint8Array, query: Readonly<Record<string, string>> = {}, altro: { as?: string; tipo?: string } = {}) =>
  ambiente.invoke("riconciliazione/addCaricamento", {
    query: { idDominio: COMUNE, ...query },
    headers: { "content-type": altro.tipo ?? "application/xml" },
    body: contenuto,
    ...(altro.as !== undefined && { as: altro.as }),
  });

const elabora = async (id: string): Promise<void> => {
  const { handler } = await import("../../../functions/consumers/tesoreria.ts");
  const record = { messageId: `m-${id}`, receiptHandle: "r", attributes: { ApproximateReceiveCount: "1" } };
  const evento: SQSEvent = { Records: [{ ...record, body: JSON.stringify({ idDominio: COMUNE, id, tappa: 0 }) } as SQSRecord] };
  expect(await handler(evento, {} as Context)).toEqual({ batchItemFailures: [] });
};

const loaded = async (contenuto: string | Uint8Array, query: Readonly<Record<string, string>> = {}): Promise<string> => {
  const { body } = await load(contenuto, query);
  const id = String(body["id"]);
  await elabora(id);
  return id;
};
const get = (nome: string, params: Readonly<Record<string, string>>, as?: string) =>
  ambiente.invoke(nome, { params, ...(as !== undefined && { as }) });

describe("a journal loaded", () => {
  it("becomes movements, that are found by what they say", async () => {
    const { status, body } = await load(giornale([sospeso(1), sospeso(2, { importo: 500n })]), { nomeFile: "giornale.xml" });
    expect([status, body["stato"], body["nomeFile"]]).toEqual([201, "IN_ATTESA", "giornale.xml"]);
    const id = String(body["id"]);
    await elabora(id);
    const fine = await get("riconciliazione/getCaricamento", { id });
    expect(fine.body).toMatchObject({
      ...{ stato: "ESEGUITO", formato: "OPI", movimentiNuovi: 2, righeScartate: 0, importoEntrate: 128.45, dataDa: "2026-03-03" },
    });
    const find = async (query: Readonly<Record<string, string>>) =>
      (await ambiente.invoke("riconciliazione/findMovimenti", { query: { idDominio: COMUNE, ...query } })).body;
    expect(await find({ idFlusso: FLUSSO })).toMatchObject({ numRisultati: 1, risultati: [{ importo: 123.45, numeroSospeso: "11" }] });
    expect(await find({ numeroSospeso: "12", esercizio: "2026" })).toMatchObject({ risultati: [{ importo: 5 }] });
    expect(await find({ importoDa: "5", importoA: "5.00" })).toMatchObject({ numRisultati: 1 });
    expect(await find({ testo: "abi99001-000000013", stato: "ESEGUITO" })).toMatchObject({ risultati: [{ importo: 5 }] });
    expect(await find({ stato: "STORNATO" })).toMatchObject({ numRisultati: 0 });
    expect(await find({ dataDa: "2026-03-04" })).toMatchObject({ numRisultati: 0 });
    expect(await find({ idCaricamento: id, segno: "ENTRATA" })).toMatchObject({ numRisultati: 2 });
    const { risultati } = (await find({ idFlusso: FLUSSO })) as { risultati: { id: string }[] };
    const movimento = await get("riconciliazione/getMovimento", { idDominio: COMUNE, id: risultati[0]?.id ?? "" });
    expect(movimento.body).toMatchObject({
      chiavi: { flussi: [FLUSSO] },
      operazioni: [{ operazione: "ESEGUITO", importo: 123.45 }],
      origini: [{ idCaricamento: id, formato: "OPI" }],
    });
  });

  it("again is the same loading; by force, it is read again and nothing is written twice", async () => {
    const testo = giornale([sospeso(3)]);
    const id = await loaded(testo);
    const ripetuto = await load(testo);
    expect([ripetuto.status, ripetuto.body["id"]]).toEqual([200, id]);
    const forzato = await get("riconciliazione/getCaricamento", { id: await loaded(testo, { forza: "true" }) });
    expect(forzato.body).toMatchObject({ stato: "ESEGUITO", movimentiNuovi: 0, righeGiaPresenti: 1 });
  });

  it("is changed by a later one", async () => {
    await loaded(giornale([sospeso(4)]));
    const dopo = await loaded(giornale([sospeso(4, { operazione: "STORNATO", giorno: "2026-03-05" })]));
    expect((await get("riconciliazione/getCaricamento", { id: dopo })).body).toMatchObject({ movimentiAggiornati: 1, movimentiNuovi: 0 });
    const { body } = await ambiente.invoke("riconciliazione/findMovimenti", { query: { idDominio: COMUNE, numeroSospeso: "14" } });
    expect(body).toMatchObject({ risultati: [{ stato: "STORNATO", importoStornato: 123.45 }] });
  });

  it("and a table of a bank tell the same money once, whichever comes first", async () => {
    const righe = ["data_contabile;data_valuta;causale;iban;numero_sospeso;trn;ordinante;importo;segno"];
    righe.push(`03/03/2026;04/03/2026;ACCREDITO LGPE-RIVERSAMENTO/URI/2026-03-02ABI99001-000000031;${IBAN_COMUNE};30;;BANCA;123,45;+`);
    const csv = await loaded(`${righe.join("\r\n")}\r\n`);
    expect((await get("riconciliazione/getCaricamento", { id: csv })).body).toMatchObject({
      stato: "ESEGUITO",
      formato: "BANCA",
      movimentiNuovi: 1,
    });
    const opi = await loaded(giornale([sospeso(20)]));
    expect((await get("riconciliazione/getCaricamento", { id: opi })).body).toMatchObject({ movimentiNuovi: 0, movimentiAggiornati: 1 });
  });

  it("by an operator with the right is looked at by applications too, and downloaded byte for byte", async () => {
    const testo = giornale([sospeso(5)]);
    const { status, body } = await load(testo, { nomeFile: "mio.xml" }, { as: RAGIONIERE });
    expect(status).toBe(201);
    const originale = await get("riconciliazione/getOriginaleCaricamento", { id: String(body["id"]) });
    expect([originale.status, originale.testo]).toEqual([200, testo]);
    expect(originale.headers["content-disposition"]).toContain("mio.xml");
    const { body: lista } = await ambiente.invoke("riconciliazione/findCaricamenti", { query: { stato: "IN_ATTESA", idDominio: COMUNE } });
    expect(lista).toMatchObject({ risultati: [{ id: body["id"], mittente: "Ragioniere" }] });
  });
});

describe("a file that must not be loaded", () => {
  it.each([
    [
      "of another creditor",
      () => giornale([sospeso(6)], UNIONE),
      /codice fiscale dell'ente: il file è di 98765432103|codice fiscale dell'ente/,
    ],
    [
      "with entities",
      () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><flusso_giornale_di_cassa>&b;</flusso_giornale_di_cassa>',
      /DOCTYPE|DTD|entità/i,
    ],
    ["of no format", () => "%PDF-1.7 estratto conto", /PDF/],
  ])("%s is refused with the reason, and nothing is written", async (_, scrivi, motivo) => {
    const { body } = await get("riconciliazione/getCaricamento", { id: await loaded(scrivi()) });
    expect(body).toMatchObject({ stato: "SCARTATO", movimentiNuovi: 0 });
    expect(body["descrizioneStato"]).toMatch(motivo);
  });

  it("empty, or of a creditor that is not registered or not one's own, is refused at once", async () => {
    expect((await load("", {})).status).toBe(400);
    expect((await load("<a/>", { idDominio: "00000000000" }, { as: RAGIONIERE })).status).toBe(403);
    expect((await load("<a/>", { formato: "SWIFT" })).status).toBe(400);
  });
});

it("a statement of an account of others leaves its lines in a CSV, with the reason", async () => {
  const camt = (iban: string, riferimento: string) => `<Stmt><Id>${riferimento}</Id><Acct><Id><IBAN>${iban}</IBAN></Id></Acct>
    <Ntry><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt><ValDt><Dt>2026-03-03</Dt></ValDt>
    <AcctSvcrRef>${riferimento}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>ACCREDITO ${riferimento}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt>`;
  const testo = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>${camt(IBAN_COMUNE, "A1")}${camt("IT97D0306903200000000123456", "B2")}</BkToCstmrStmt></Document>`;
  const id = await loaded(testo);
  expect((await get("riconciliazione/getCaricamento", { id })).body).toMatchObject({
    stato: "ESEGUITO_CON_SCARTI",
    formato: "CAMT053",
    movimentiNuovi: 1,
    righeScartate: 1,
  });
  const scarti = await get("riconciliazione/getScartiCaricamento", { id });
  expect([scarti.status, scarti.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(scarti.testo).toContain("conto: IT97D0306903200000000123456 non è tra i conti registrati dell'ente");
  const senza = await get("riconciliazione/getScartiCaricamento", { id: await loaded(giornale([sospeso(7)])) });
  expect([senza.status, senza.body["dettaglio"]]).toEqual([404, expect.stringContaining("nessuna riga scartata")]);
});

it("a settlement flow among the files is registered by the worker, and its document is that of the file", async () => {
  const documento = buildDocumento([buildRiga(1), buildRiga(2)]);
  const { body } = await get("riconciliazione/getCaricamento", { id: await loaded(documento) });
  expect(body).toMatchObject({ stato: "ESEGUITO", formato: "FDR", righeLette: 2, movimentiNuovi: 0, flusso: { idFlusso: DOCUMENTATO } });
  const originale = await get("riconciliazione/getOriginaleFlusso", { idDominio: COMUNE, idFlusso: DOCUMENTATO });
  // Not acquired yet: it is not shown, and nothing says that it is there.
  expect(originale.status).toBe(404);
  const altrui = await get("riconciliazione/getCaricamento", { id: await loaded(documento.replaceAll(COMUNE, UNIONE)) });
  expect(altrui.body).toMatchObject({ stato: "SCARTATO", descrizioneStato: expect.stringContaining(UNIONE) });
});

it("a large file is written to an address of the bucket, and waits there", async () => {
  const { status, body } = await ambiente.invoke("riconciliazione/addCaricamentoFirmato", {
    body: { idDominio: COMUNE, nomeFile: "grande.xml", formato: "OPI" },
  });
  expect(status).toBe(201);
  const intestazioni = body["intestazioni"] as Record<string, string>;
  const scritto = await fetch(String(body["url"]), { method: "PUT", headers: intestazioni, body: giornale([sospeso(8)]) });
  expect(scritto.status).toBe(200);
  expect((await get("riconciliazione/getCaricamento", { id: String(body["id"]) })).body).toMatchObject({
    stato: "IN_CARICAMENTO",
    formato: "OPI",
  });
});

describe("what is of another creditor", () => {
  it("is not there: not listed, not told from what does not exist", async () => {
    const id = await loaded(giornale([sospeso(9)]));
    const { body } = await ambiente.invoke("riconciliazione/findMovimenti", { query: { idDominio: COMUNE, numeroSospeso: "19" } });
    const { risultati } = body as { risultati: { id: string }[] };
    const movimento = risultati[0]?.id ?? "";
    const inesistente = "00000000-0000-0000-0000-000000000000";
    for (const [nome, params, assente] of [
      ["riconciliazione/getCaricamento", { id }, { id: inesistente }],
      ["riconciliazione/getOriginaleCaricamento", { id }, { id: inesistente }],
      ["riconciliazione/getScartiCaricamento", { id }, { id: inesistente }],
      ["riconciliazione/getMovimento", { idDominio: COMUNE, id: movimento }, { idDominio: COMUNE, id: inesistente }],
    ] as const) {
      const [altrui, mai] = [await get(nome, params, ALTRUI), await get(nome, assente, ALTRUI)];
      expect([nome, altrui.status, altrui.body["descrizione"]]).toEqual([nome, 404, mai.body["descrizione"]]);
    }
    for (const nome of ["riconciliazione/findMovimenti", "riconciliazione/findCaricamenti"])
      for (const query of [
        {},
        { idDominio: COMUNE },
        ...(nome === "riconciliazione/findMovimenti" ? [{ idDominio: COMUNE, numeroSospeso: "19" }] : []),
      ]) {
        const { status, body: altrui } = await ambiente.invoke(nome, { query, as: ALTRUI });
        expect([nome, status, altrui["numRisultati"], altrui["risultati"]]).toEqual([nome, 200, 0, []]);
      }
    expect((await load(giornale([sospeso(9)]), {}, { as: ALTRUI })).status).toBe(403);
    const firmato = await ambiente.invoke("riconciliazione/addCaricamentoFirmato", {
      body: { idDominio: COMUNE, nomeFile: "a" },
      as: ALTRUI,
    });
    expect(firmato.status).toBe(403);
  });

  it("wants its creditor for what is found by flow or by number", async () => {
    const { status, body } = await ambiente.invoke("riconciliazione/findMovimenti", { query: { idFlusso: FLUSSO } });
    expect([status, body["dettaglio"]]).toEqual([400, expect.stringContaining("idDominio")]);
  });
});
