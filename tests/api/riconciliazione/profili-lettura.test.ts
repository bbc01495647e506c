/** Mapping profiles: saved per creditor, tried on a file before anything is loaded. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ESTRATTO_XLS } from "../../../shared/adapters/tesoreria/tabella/prove/estratto-xls.ts";
import { previewProfiloLettura } from "../../../shared/contracts/riconciliazione/profili-lettura.ts";
import { buildRiscossione } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, FLUSSO, IUR, IUV, seedRiconciliazione, UNIONE } from "./archivio.ts";

let ambiente: AmbienteApi;
/** All that Poste tells of a payment. */
const RICEVUTA = "1F3870BE274F6C49B3E31A0C6728957F";

beforeAll(async () => {
  ambiente = await createAmbiente();
  const archivio = await seedRiconciliazione(ambiente.deposito);
  await archivio.store({ azione: "crea", entita: "riscossione", valore: buildRiscossione(9, { iur: RICEVUTA, importo: 1250n }) });
});
afterAll(() => ambiente.stop());

const REGOLE = {
  colonne: { data: "Giorno", testo: ["Motivo"] },
  importo: { tipo: "CON_SEGNO", colonna: "Euro" },
  formatiData: ["gg/mm/aaaa"],
};
const save = (nome: string, corpo: unknown, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/saveProfiloLettura", { params: { idDominio: COMUNE, nome }, body: corpo, ...altro });
const get = (nome: string, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/getProfiloLettura", { params: { idDominio: COMUNE, nome }, ...altro });
const find = (altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/findProfiliLettura", { params: { idDominio: COMUNE }, ...altro });
const preview = (file: Uint8Array | string, altro: object = {}, as?: string) =>
  ambiente.invoke("riconciliazione/previewProfiloLettura", {
    body: { idDominio: COMUNE, contenuto: Buffer.from(file).toString("base64"), ...altro },
    ...(as && { as }),
  });

describe("un profilo di lettura", () => {
  it("si crea, si rilegge com'è, si sostituisce nella versione vista, si elenca prima di quelli del prodotto", async () => {
    const creato = await save("banca", { regole: REGOLE });
    expect([creato.status, creato.body]).toEqual([
      201,
      {
        ...{ idDominio: COMUNE, nome: "banca", predefinito: false, abilitato: true },
        regole: {
          ...REGOLE,
          ...{ formato: "BANCA", virgolette: true, righeDaSaltare: 0, decimali: ",", centesimi: false, righeDaIgnorare: [] },
        },
      },
    ]);
    const letto = await get("banca");
    expect(letto.body).toEqual(creato.body);
    const nuovo = { descrizione: "Del tesoriere", abilitato: false, regole: { ...REGOLE, decimali: ".", totale: "Totale" } };
    const sostituito = await save("banca", nuovo, { headers: { "if-match": letto.headers["etag"] ?? "" }, as: "amministratore" });
    expect([sostituito.status, sostituito.body["abilitato"]]).toEqual([200, false]);
    expect((await save("banca", nuovo, { headers: { "if-match": letto.headers["etag"] ?? "" } })).status).toBe(412);
    const elenco = await find({ query: { risultatiPerPagina: "2" } });
    expect(elenco.body).toMatchObject({ numRisultati: 8, risultati: [{ nome: "banca" }, { nome: "banca-dare-avere", predefinito: true }] });
    expect((await get("poste-csv")).body).toMatchObject({ predefinito: true, regole: { formato: "POSTE" } });
  });

  it.each<[string, string, object, number, string]>([
    ["del prodotto", "poste-csv", { regole: REGOLE }, 422, "è di un profilo del prodotto"],
    ["senza colonne", "x", { regole: { ...REGOLE, colonne: undefined } }, 400, "colonne"],
    ["con nomi ma senza testata", "x", { regole: { ...REGOLE, rigaTestata: 0 } }, 400, "senza testata le colonne si indicano con il posto"],
    ["con una forma di data ignota", "x", { regole: { ...REGOLE, formatiData: ["dd/MM/yyyy"] } }, 400, "formatiData"],
    ["con il posto zero", "x", { regole: { ...REGOLE, colonne: { data: 0, testo: [1] } } }, 400, "colonne"],
    [
      "con un segno di due versi",
      "x",
      { regole: { ...REGOLE, importo: { tipo: "SEGNO_A_PARTE", colonna: 1, segno: 2, entrata: ["A"], uscita: ["A"] } } },
      400,
      "lo stesso segno",
    ],
    ["con un campo in più", "x", { regole: REGOLE, colore: "verde" }, 400, "colore"],
  ])("%s è rifiutato, e nulla cambia", async (_caso, nome, corpo, status, dettaglio) => {
    const { status: avuto, testo } = await save(nome, corpo);
    expect([avuto, testo]).toEqual([status, expect.stringContaining(dettaglio)]);
    if (nome === "x") expect((await get("x")).status).toBe(404);
  });

  it("di un ente che non si vede non c'è, per nessuna operazione", async () => {
    expect((await save("altro", { regole: REGOLE }, { as: "gest-mensa" })).status).toBe(404);
    expect((await get("banca", { as: "gest-mensa" })).status).toBe(404);
    expect((await find({ as: "gest-mensa" })).status).toBe(404);
    expect((await preview("Data;Importo;Causale\n", {}, "gest-mensa")).status).toBe(404);
    expect((await ambiente.invoke("riconciliazione/findProfiliLettura", { params: { idDominio: UNIONE }, as: "gest-mensa" })).status).toBe(
      200,
    );
  });
});

describe("l'anteprima", () => {
  const CSV = [
    "Data operazione;Data valuta;Descrizione;Dare;Avere",
    `24/11/2026;25/11/2026;ACCREDITI VARI /PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO};;30,06`,
    `24/11/2026;;/RFB/${IUV}/10.01;;10,01`,
    `24/11/2026;;POSTAGIRO /PUR/LGPE-RIVERSAMENTO/URI/${FLUSSO};;30,05`,
    "24/11/2026;;AFFITTO SALA;;100,00",
    `24/11/2026;;POSTAGIRO PAGOPA IUR ${RICEVUTA};;12,50`,
    `24/11/2026;;POSTAGIRO PAGOPA IUR ${RICEVUTA};;12,49`,
    "24/11/2026;;/PUR/LGPE-RIVERSAMENTO/URI/2026-11-24ABI0;;1,00",
    "24/11/2026;;COMMISSIONI;1,50;",
    "32/11/2026;;x;;1,00",
  ].join("\n");

  it("di un file che un profilo del prodotto legge dice che cosa ogni riga paga, o perché no, e non scrive nulla", async () => {
    const { status, body } = await preview(CSV);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ tipoFile: "CSV", formato: "BANCA", profilo: "banca-dare-avere", indovinato: false },
      ...{ righeLette: 8, righeScartate: 1, totaleEntrate: 196.11, totaleUscite: 1.5 },
      righe: [
        {
          riga: 2,
          segno: "ENTRATA",
          importo: 30.06,
          corrispondenza: { esito: "FLUSSO", idFlusso: FLUSSO, motivo: expect.stringContaining("3 pagamenti") },
        },
        { riga: 3, corrispondenza: { esito: "PAGAMENTO", iuv: IUV } },
        { riga: 4, corrispondenza: { esito: "NESSUNA", motivo: expect.stringContaining("movimento di 30,05 euro, atteso 30,06") } },
        { riga: 5, corrispondenza: { esito: "NESSUNA", motivo: "la causale non porta chiavi di pagoPA" } },
        { riga: 6, corrispondenza: { esito: "PAGAMENTO", iuv: buildRiscossione(9).iuv, motivo: expect.stringContaining(RICEVUTA) } },
        { riga: 7, corrispondenza: { esito: "NESSUNA", motivo: `la ricevuta ${RICEVUTA} è di 12,50 euro, il movimento di 12,49` } },
        { riga: 8, corrispondenza: { esito: "NESSUNA", motivo: expect.stringContaining("solo l'inizio di un flusso") } },
        { riga: 9, segno: "USCITA", corrispondenza: { motivo: "è un'uscita" } },
      ],
      scarti: [{ riga: 10, motivo: expect.stringContaining('"32/11/2026" non è una data'), testo: "32/11/2026;;x;;1,00" }],
      totaliErrati: [],
    });
    expect(previewProfiloLettura.capacita).toEqual(["anagrafiche:read", "archivio:read"]);
  });

  it("di un file che nessuno legge propone un profilo, che salvato lo legge", async () => {
    const file = `Estratto\nData;Causale;Importo\n24-11-2026;uno IUR ${IUR};1.234,50\n25-11-2026;due;-2,00\n`;
    const proposta = await preview(file);
    expect(proposta.body).toMatchObject({
      indovinato: true,
      righeLette: 2,
      regole: { colonne: { data: "Data", testo: ["Causale"] }, formatiData: ["gg-mm-aaaa"] },
    });
    expect((await save("proposto", { regole: proposta.body["regole"] })).status).toBe(201);
    expect((await preview(file)).body).toMatchObject({ indovinato: false, profilo: "proposto", righeLette: 2, totaleUscite: 2 });
  });

  it("prova le regole inviate, anche su un foglio di calcolo antico", async () => {
    const regole = {
      colonne: { data: "DATA CONTABILE", testo: ["DESCRIZIONE ESTESA"], divisa: "DIVISA" },
      importo: { tipo: "SEGNO_A_PARTE", colonna: "IMPORTO", segno: "SEGNO", entrata: ["+"], uscita: ["-"] },
      righeDaIgnorare: [{ modo: "INIZIA", testo: "saldo" }],
    };
    const { body } = await preview(ESTRATTO_XLS, { regole });
    expect(body).toMatchObject({
      tipoFile: "XLS",
      conto: "IT60X0542811101000000123456",
      righeLette: 2,
      totaleEntrate: 1234.56,
      totaleUscite: 12,
    });
    expect(body).not.toHaveProperty("profilo");
  });

  it.each<[string, Buffer | string, object, number, string]>([
    ["un PDF", "%PDF-1.7", {}, 422, "il file è un PDF"],
    ["una tabella senza movimenti", "nome;cognome\nAda;Rossi\n", {}, 422, "non si riconoscono una data, un importo e un testo"],
    ["un profilo che non c'è", "Data;Importo;Causale\n", { profilo: "assente" }, 422, 'il profilo di lettura "assente" non esiste'],
    ["un profilo di altre colonne", "Data;Importo;Causale\n", { profilo: "poste-csv" }, 422, "mancano le colonne"],
    ["un foglio tagliato", ESTRATTO_XLS.subarray(0, 3000), {}, 422, "il file XLS è danneggiato"],
    ["profilo e regole insieme", "x", { profilo: "a", regole: REGOLE }, 400, "serve uno solo tra profilo e regole"],
    ["un contenuto che non è base64", "x", { contenuto: "à" }, 400, "atteso il file in base64"],
  ])("di %s dice perché non si legge", async (_caso, file, altro, status, dettaglio) => {
    const esito = await preview(file, altro);
    expect([esito.status, esito.testo]).toEqual([status, expect.stringContaining(dettaglio.replaceAll('"', '\\"'))]);
  });
});
