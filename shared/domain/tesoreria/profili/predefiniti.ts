/** Profiles that come with the product, for the tables that Italian treasurers and banks send most (docs/adr/0031). A creditor's own come before them. */
import type { FormatoData } from "./date-lette.ts";
import type { NomePredefinito } from "./nomi-predefiniti.ts";
import type { Colonna, ProfiloLettura, RegoleLettura } from "./profilo.ts";

export type ProfiloPredefinito = Pick<ProfiloLettura, "regole"> & { readonly nome: NomePredefinito; readonly descrizione: string };

const ITALIANE: readonly FormatoData[] = ["gg/mm/aaaa", "aaaa-mm-gg", "gg-mm-aaaa", "gg.mm.aaaa", "gg/mm/aa"];

const COMUNI = {
  formato: "BANCA",
  virgolette: true,
  righeDaSaltare: 0,
  decimali: ",",
  centesimi: false,
  formatiData: ITALIANE,
  righeDaIgnorare: [],
} as const satisfies Partial<RegoleLettura>;

/** What banks write at the foot of their tables; the balances also where they have a date and an amount as movements do. */
export const saldiDi = (testo: Colonna): RegoleLettura["righeDaIgnorare"] => [
  { modo: "INIZIA", testo: "saldo" },
  { modo: "INIZIA", testo: "totale" },
  ...["saldo iniziale", "saldo finale", "saldo contabile", "saldo disponibile"].map(
    (inizio) => ({ colonna: testo, modo: "INIZIA", testo: inizio }) as const,
  ),
];

/** Sign columns as banks fill them. */
export const SEGNI_ENTRATA: readonly string[] = ["+", "C", "A", "CR", "AVERE", "ENTRATA", "E"];
export const SEGNI_USCITA: readonly string[] = ["-", "D", "DB", "DARE", "USCITA", "U"];

export const PROFILI_PREDEFINITI: readonly ProfiloPredefinito[] = [
  {
    nome: "provvisori-7-colonne",
    descrizione: "Elenco dei provvisori di entrata del tesoriere: esercizio, numero, data, cliente, causale, importo, valuta",
    regole: {
      ...COMUNI,
      colonne: {
        data: "DATA ESEC.|data_esecuzione|data esecuzione",
        dataValuta: "VALUTA ENTE|valuta_ente",
        testo: ["DESCRIZIONE CAUSALE|descrizione_causale"],
        numeroSospeso: "N.PROVV.|n_provvisorio|numero provvisorio",
        esercizio: "ESERCIZIO",
        ordinante: "ANAGRAFICA CLIENTE|anagrafica_cliente",
      },
      importo: { tipo: "CON_SEGNO", colonna: "IMPORTO PROVVISORIO|importo_provvisorio" },
    },
  },
  {
    nome: "elenco-sospesi",
    descrizione: "Elenco dei sospesi con conto, segno, ordinante, causale e TRN",
    regole: {
      ...COMUNI,
      colonne: {
        data: "data_contabile",
        dataValuta: "data_valuta",
        testo: ["causale"],
        conto: "iban",
        numeroSospeso: "numero_sospeso",
        sct: "trn",
        ordinante: "ordinante",
      },
      importo: { tipo: "SEGNO_A_PARTE", colonna: "importo", segno: "segno", entrata: SEGNI_ENTRATA, uscita: SEGNI_USCITA },
    },
  },
  {
    nome: "giornale-completo",
    descrizione: "Giornale di cassa in CSV con le bollette, il conto, il provvisorio e gli importi in centesimi",
    regole: {
      ...COMUNI,
      centesimi: true,
      colonne: {
        data: "dataBolletta|bill_date",
        dataValuta: "dataValutaRegione|region_value_date",
        testo: ["causale|remittance_description"],
        conto: "codIban|iban_code",
        numeroSospeso: "codProvvisorio|provisional_code",
        esercizio: "aeProvvisorio|provisional_ae",
        sct: "endToEndId|end_to_end_id",
        ordinante: "pspCognome|psp_last_name",
      },
      importo: { tipo: "CON_SEGNO", colonna: "importoCentesimi|bill_amount_cents" },
    },
  },
  {
    nome: "banca-descrizione-estesa",
    descrizione: "Estratto dei movimenti di una banca con ABI, CAB, conto, segno, riferimento e descrizione estesa",
    regole: {
      ...COMUNI,
      colonne: {
        data: "DATA CONTABILE",
        dataValuta: "DATA VALUTA",
        testo: ["DESCRIZIONE ESTESA"],
        conto: "CONTO",
        riferimentoBanca: "RIF. BANCA",
        divisa: "DIVISA",
      },
      importo: { tipo: "SEGNO_A_PARTE", colonna: "IMPORTO", segno: "SEGNO", entrata: SEGNI_ENTRATA, uscita: SEGNI_USCITA },
      righeDaIgnorare: saldiDi("DESCRIZIONE ESTESA"),
    },
  },
  {
    nome: "poste-csv",
    descrizione: "Movimenti del conto BancoPosta, con le colonne degli addebiti e degli accrediti",
    regole: {
      ...COMUNI,
      formato: "POSTE",
      colonne: {
        data: "Data Contabile|Data operazione|Data",
        dataValuta: "Data Valuta|Valuta",
        testo: ["Descrizione operazioni|Descrizione operazione|Descrizione|Causale estesa"],
      },
      importo: { tipo: "DARE_AVERE", dare: "Addebiti|Addebito|Addebiti (euro)", avere: "Accrediti|Accredito|Accrediti (euro)" },
      righeDaIgnorare: saldiDi("Descrizione operazioni|Descrizione operazione|Descrizione|Causale estesa"),
    },
  },
  {
    nome: "poste-posizioni",
    descrizione:
      "Movimenti del conto BancoPosta senza nomi delle colonne: data, valuta, causale, addebito in sesta e accredito in settima, descrizione in nona",
    regole: {
      ...COMUNI,
      formato: "POSTE",
      tipoFile: "CSV",
      rigaTestata: 0,
      colonne: { data: 1, dataValuta: 2, testo: [9] },
      importo: { tipo: "DARE_AVERE", dare: 6, avere: 7 },
      righeDaIgnorare: saldiDi(9),
    },
  },
  {
    nome: "banca-dare-avere",
    descrizione: "Estratto conto con le colonne dare e avere",
    regole: {
      ...COMUNI,
      colonne: {
        data: "Data contabile|Data operazione|Data movimento|Data",
        dataValuta: "Data valuta|Valuta",
        testo: ["Descrizione|Descrizione operazione|Causale"],
      },
      importo: { tipo: "DARE_AVERE", dare: "Dare|Uscite", avere: "Avere|Entrate" },
      righeDaIgnorare: saldiDi("Descrizione|Descrizione operazione|Causale"),
    },
  },
];
