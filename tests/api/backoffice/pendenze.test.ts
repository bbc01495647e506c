/** Debts read by operators: lists, details, notices, attachments; each operator within its own creditors, units and types. */
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";
import { createImpiantoOperatori, type Operatore } from "./impianto-pendenze.ts";
import { PAGATA, storePagata } from "./posizione-pagata.ts";

const NUMERO = "301900000000000180";
const { api, invoke, sample } = createImpiantoOperatori();
/** Without the entry that the journal keeps of who read personal data. */
const letture = () => api().richieste.filter((richiesta) => richiesta !== "BatchWriteItem");
const risultati = (body: Record<string, unknown>): Record<string, unknown>[] =>
  Array.isArray(body["risultati"]) ? body["risultati"].map((elemento) => ({ ...Object(elemento) })) : [];

beforeAll(async () => {
  await api().sample("addPendenza", "a-due-voci");
  await api().put("UFFICIO", corpo({ idUnitaOperativa: "TRIBUTI" }));
  const voci = [{ idVocePendenza: "1", importo: 100.5, descrizione: "Mensa", codEntrata: "MENSA" }];
  await api().put("MENSA", corpo({ idTipoPendenza: "MENSA", idDominio: UNIONE, voci }));
});

describe("GET /backoffice/v1/pendenze", () => {
  const find = (query: Readonly<Record<string, string>> = {}, as: Operatore = "amministratore") =>
    invoke("backoffice/findPendenze", { query, as });
  const nomi = async (query: Readonly<Record<string, string>>, as?: Operatore) =>
    risultati((await find(query, as)).body).map(({ idPendenza }) => idPendenza);

  it("shows everything to who sees everything, without any filter, with what applications are not told", async () => {
    const { status, body } = await find();
    expect([status, body["numRisultati"]]).toEqual([200, 3]);
    expect(risultati(body)[0]).toMatchObject({
      ...{ idPendenza: "TARI-2026-0001", tipoPendenza: { idTipoPendenza: "TARI", descrizione: "Tipo TARI" } },
      ...{ anomalo: false, verificato: false, importoPagato: 0, importoIncassato: 0 },
      rpp: "/backoffice/v1/rpp?idA2A=GEST-TRIBUTI&idPendenza=TARI-2026-0001",
      pagamenti: "/backoffice/v1/pagamenti?idA2A=GEST-TRIBUTI&idPendenza=TARI-2026-0001",
    });
  });

  it.each<[Operatore, string[]]>([
    ["op-comune", ["TARI-2026-0001", "UFFICIO"]],
    ["op-unione", ["MENSA"]],
    ["op-ufficio", ["TARI-2026-0001", "UFFICIO"]],
    ["op-mensa", ["MENSA"]],
    ["op-legge", ["TARI-2026-0001", "UFFICIO", "MENSA"]],
  ])("shows to %s only its own, and counts no other", async (operatore, attese) => {
    const { body } = await find({}, operatore);
    expect([risultati(body).map(({ idPendenza }) => idPendenza), body["numRisultati"]]).toEqual([attese, attese.length]);
  });

  it.each<[Record<string, string>, string[]]>([
    [{ idDominio: UNIONE }, ["MENSA"]],
    [{ idDominio: UNIONE, idTipoPendenza: "TARI" }, []],
    [{ idTipoPendenza: "MENSA,TARI", stato: "NON_ESEGUITA" }, ["TARI-2026-0001", "UFFICIO", "MENSA"]],
    [{ idTipoPendenza: "MENSA" }, ["MENSA"]],
    [{ idA2A: "GEST-TRIBUTI", idPendenza: "UFFICIO" }, ["UFFICIO"]],
    [{ idPendenza: "UFFICIO" }, ["UFFICIO"]],
    [{ idDebitore: "rssmra85t10a562s", ordinamento: "-dataCaricamento" }, ["MENSA", "UFFICIO", "TARI-2026-0001"]],
    [{ iuv: "01900000000000180" }, ["TARI-2026-0001"]],
    [{ idDominio: COMUNE, iuv: "01900000000000180" }, ["TARI-2026-0001"]],
    [{ stato: "ESEGUITA" }, []],
    [{ dataA: "2020-01-01" }, []],
    [{ idPagamento: "nessuno" }, []],
    [{ direzione: "D1" }, []],
  ])("filters by %j", async (query, attese) => {
    expect(await nomi(query)).toEqual(attese);
  });

  it("hides from an operator the creditor that is not its own, whatever the filter", async () => {
    expect(await nomi({ idDominio: UNIONE }, "op-comune")).toEqual([]);
    expect(await nomi({ idA2A: "GEST-TRIBUTI" }, "op-unione")).toEqual(["MENSA"]);
    expect(await nomi({ idDebitore: "RSSMRA85T10A562S" }, "op-unione")).toEqual(["MENSA"]);
  });

  it("costs one query a page, and one count when the total is not already known", async () => {
    await find();
    for (const [query, attese] of [
      [{}, ["Query"]],
      [{ risultatiPerPagina: "1" }, ["Query", "Query"]],
      [{ risultatiPerPagina: "1", metadatiPaginazione: "false" }, ["Query"]],
    ] as const) {
      api().richieste.length = 0;
      await find(query);
      expect(letture()).toEqual(attese);
    }
  });

  it("goes on from where a page ended, and gives only the fields asked for", async () => {
    const prima = await find({ risultatiPerPagina: "2", campi: "idPendenza" });
    expect(risultati(prima.body)).toEqual([{ idPendenza: "TARI-2026-0001" }, { idPendenza: "UFFICIO" }]);
    const seguito = new URL(String(prima.body["prossimiRisultati"]), "http://x");
    expect(risultati((await find(Object.fromEntries(seguito.searchParams))).body)).toEqual([{ idPendenza: "MENSA" }]);
  });

  it.each([
    [{ stato: "PAGATA" }, "stato"],
    [{ campi: "idPendenza,segreto" }, "segreto"],
    [{ ordinamento: "+stato" }, "stato"],
    [{ idTipoPendenza: Array(51).fill("T").join(",") }, "50"],
    [{ idTipoPendenza: "a b" }, "idTipoPendenza"],
    [{ cursore: "x" }, "cursore"],
  ])("refuses %j, naming it", async (query, nominato) => {
    expect(await find(query)).toMatchObject({ status: 400, body: { codice: "100001", dettaglio: expect.stringContaining(nominato) } });
  });

  it.each(["a-tutte", "b-filtri"])("answers the sample %s", async (caso) => {
    expect((await sample("backoffice/findPendenze", caso)).status).toBe(200);
  });
});

describe("the detail of a debt", () => {
  const get = (idPendenza: string, as: Operatore = "amministratore") =>
    invoke("backoffice/getPendenza", { params: chiave(idPendenza), as });
  const byAvviso = (numeroAvviso: string, as: Operatore = "amministratore") =>
    invoke("backoffice/getPendenzaByAvviso", { params: { idDominio: COMUNE, numeroAvviso }, as });

  it("costs two requests by name, one by notice", async () => {
    await get("TARI-2026-0001");
    api().richieste.length = 0;
    const { headers } = await get("TARI-2026-0001");
    expect([letture(), headers["etag"]]).toEqual([["GetItem", "Query"], '"1"']);
    api().richieste.length = 0;
    await byAvviso(NUMERO);
    expect(letture()).toEqual(["Query"]);
  });

  it("tells item by item what was collected and settled, the attempts, the portal payments, the notes", async () => {
    await storePagata(api().deposito);
    api().richieste.length = 0;
    const { body } = await get("PAGATA");
    expect(letture()).toEqual(["GetItem", "Query", "BatchGetItem"]);
    expect(body).toMatchObject({
      ...{ stato: "ESEGUITA", dataPagamento: "2026-11-26", importoPagato: 100.5, verificato: true },
      note: [{ autore: "op-comune", oggetto: "Nota", testo: "Chiamato", data: "2026-11-25T11:00:00.000+01:00" }],
      voci: [
        {
          riscossioni: [{ iur: "ric-1", incasso: `/backoffice/v1/incassi/${COMUNE}/ric%2F1` }],
          rendicontazioni: [{ iur: "ric-1", esito: 0 }],
        },
      ],
      rpp: [{ bloccante: true, rt: expect.anything(), pendenza: { idPendenza: "PAGATA" } }],
      pagamenti: [{ id: "carrello-1", rpp: "/backoffice/v1/rpp?idPagamento=carrello-1" }],
    });
    expect((await byAvviso(PAGATA.numeroAvviso)).body).toEqual(body);
  });

  it.each<[Operatore, string]>([
    ["op-unione", "TARI-2026-0001"],
    ["op-mensa", "TARI-2026-0001"],
    ["op-comune", "MENSA"],
  ])("does not exist for %s", async (operatore, idPendenza) => {
    const [altrui, ignota] = [await get(idPendenza, operatore), await get("MAI-VISTA", operatore)];
    expect(altrui).toMatchObject({ status: 404, body: { codice: "404000" } });
    expect(altrui.testo.replace(idPendenza, "?")).toBe(ignota.testo.replace("MAI-VISTA", "?"));
    expect((await byAvviso(NUMERO, "op-unione")).status).toBe(404);
  });

  it("wants the notice as it was printed", async () => {
    expect((await byAvviso("101900000000000180")).status).toBe(404);
  });

  it.each([
    ["getPendenza", "a-dettaglio", 200],
    ["getPendenza", "b-ignota", 404],
    ["getPendenzaByAvviso", "a-dettaglio", 200],
  ])("%s answers the sample %s with %i", async (operazione, caso, status) => {
    expect((await sample(`backoffice/${operazione}`, caso)).status).toBe(status);
  });
});

describe("notices, documents, attachments", () => {
  const avviso = (accept: string, as: Operatore = "amministratore") =>
    invoke("backoffice/getAvviso", { params: { idDominio: COMUNE, numeroAvviso: NUMERO }, headers: { accept }, as });

  it("the notice is told with the names of this API, or printed, in one request", async () => {
    api().richieste.length = 0;
    const dati = await avviso("application/json");
    expect([dati.status, dati.body["stato"], letture()]).toEqual([200, "Non pagato", ["GetItem"]]);
    const stampa = await sample("backoffice/getAvviso", "b-stampa");
    expect([stampa.status, stampa.bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
  });

  it("a document is that of the application in the path, and of who sees its creditor", async () => {
    await api().put("RATA-1", corpo({ documento: { identificativo: "DOC-1", descrizione: "Rate", rata: 1 } }));
    const stampa = (idA2A: string, as: Operatore = "amministratore") =>
      invoke("backoffice/getAvvisiDocumento", { params: { idA2A, idDominio: COMUNE, numeroDocumento: "DOC-1" }, as });
    expect((await stampa("GEST-TRIBUTI", "op-comune")).bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await stampa("GEST-MENSA")).status).toBe(404);
    api().richieste.length = 0;
    expect((await stampa("GEST-TRIBUTI", "op-unione")).status).toBe(404);
    expect(letture().filter((richiesta) => richiesta !== "GetItem")).toEqual([]);
    expect((await sample("backoffice/getAvvisiDocumento", "a-ignoto")).status).toBe(404);
  });

  it("an attachment follows its debt", async () => {
    const contenuto = Buffer.from("determina").toString("base64");
    await api().put("CON-ALLEGATO", corpo({ allegati: [{ nome: "d.txt", tipo: "text/plain", contenuto }] }));
    const { body } = await invoke("backoffice/getPendenza", { params: chiave("CON-ALLEGATO") });
    const [allegato] = Array.isArray(body["allegati"]) ? body["allegati"] : [];
    const id = String(Object(allegato).contenuto).split("/").at(-1) ?? "";
    const read = (as: string) => invoke("backoffice/getAllegato", { params: { id }, as });
    expect(await read("op-comune")).toMatchObject({ status: 200, testo: "determina" });
    expect((await read("op-mensa")).status).toBe(404);
    expect((await sample("backoffice/getAllegato", "a-ignoto")).status).toBe(404);
  });
});
