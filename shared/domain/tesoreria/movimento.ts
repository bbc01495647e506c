/** A line of the treasurer's file, as every reader gives it: the money, whatever format told it. */

/** Format of the file that told the line; BANCA is any table read through a mapping profile. */
export const FORMATI_TESORERIA = ["OPI", "CAMT053", "CAMT054", "CBI_RH", "POSTE", "BANCA"] as const;
export type FormatoTesoreria = (typeof FORMATI_TESORERIA)[number];

export const SEGNI_MOVIMENTO = ["ENTRATA", "USCITA"] as const;
export type SegnoMovimento = (typeof SEGNI_MOVIMENTO)[number];

/** What the line says of the money; all but ESEGUITO change a line told before (OPI, `tipo_operazione`). */
export const OPERAZIONI_MOVIMENTO = ["ESEGUITO", "REGOLARIZZATO", "STORNATO", "RIPRISTINATO"] as const;
export type OperazioneMovimento = (typeof OPERAZIONI_MOVIMENTO)[number];

/** OPI, `tipo_documento`: money without an order yet, or the order that moves it. Formats that do not tell leave it out. */
export const DOCUMENTI_MOVIMENTO = ["SOSPESO", "REVERSALE", "MANDATO", "ALTRO"] as const;
export type DocumentoMovimento = (typeof DOCUMENTI_MOVIMENTO)[number];

/** One line as it was read: nothing is inferred, what the format does not tell is absent. Amounts in euro. */
export interface RigaLetta {
  /** Position in the file, from 1. */
  readonly riga: number;
  readonly operazione: OperazioneMovimento;
  readonly segno: SegnoMovimento;
  /** Cents, never negative: the sign is `segno`. */
  readonly importo: bigint;
  /** Days in Europe/Rome. */
  readonly dataContabile: string;
  readonly dataValuta?: string;
  /** The bank's text, its pieces joined, at most 4096 characters. */
  readonly causale: string;
  /** Account of the creditor (IBAN where the format has it, else the treasurer's own code). */
  readonly conto?: string;
  readonly documento?: DocumentoMovimento;
  /** Provisional number given by the treasurer to money without an order, with its year: together they name it. */
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  /** Number of the order (reversale, mandato) that moves or regularises it. */
  readonly numeroDocumento?: string;
  /** Row of the order (OPI, `progressivo_documento`). */
  readonly progressivoDocumento?: string;
  /** Reference of the credit transfer: end-to-end id, TRN or CRO. */
  readonly sct?: string;
  /** The bank's own reference of the entry, unique on the account. */
  readonly riferimentoBanca?: string;
  readonly ordinante?: string;
}

/** A line that could not be read, or that must not be loaded: the others go on. */
export interface RigaScartata {
  readonly riga: number;
  /** In Italian, naming the field and the limit. */
  readonly motivo: string;
  /** The line as it was, at most 1000 characters. */
  readonly testo: string;
}

/** What a file, a statement or a page says of itself before its lines; a file may hold several. */
export interface TestataTesoreria {
  readonly formato: FormatoTesoreria;
  /** Version of the format, as written. */
  readonly versioneFormato?: string;
  /** Tax code of the creditor that the file names. */
  readonly codiceFiscaleEnte?: string;
  /** Account of the lines that follow, as `RigaLetta.conto`. */
  readonly conto?: string;
  /** ABI code of the bank, 5 digits. */
  readonly abi?: string;
  /** Name that the bank gives to the whole of which this is a page. */
  readonly idFlusso?: string;
  readonly pagina?: number;
  readonly pagineTotali?: number;
  readonly esercizio?: number;
  /** Days covered, inclusive. */
  readonly dataDa?: string;
  readonly dataA?: string;
}

/** Amounts in cents: what the file declares, what its lines say. */
export interface TotaleDichiarato {
  /** As a treasurer calls it: "saldo finale del conto 0000123", "totale entrate". */
  readonly nome: string;
  readonly dichiarato: bigint;
  readonly calcolato: bigint;
}

/** The end of a file, a statement or a page: only what did not add up is told. */
export interface ChiusuraTesoreria {
  /** Totals that lie. The lines are good all the same. */
  readonly totaliErrati: readonly TotaleDichiarato[];
  /** Other facts worth telling, in Italian: entries left out because pending, balances missing. */
  readonly segnalazioni: readonly string[];
}

/** What a reader gives, in the order of the file. `rifiuto` is the last: from there nothing can be read (cut, entities, another format); what came before is good. */
export type Lettura =
  | { readonly tipo: "testata"; readonly testata: TestataTesoreria }
  | { readonly tipo: "riga"; readonly riga: RigaLetta }
  | { readonly tipo: "scarto"; readonly scarto: RigaScartata }
  | { readonly tipo: "chiusura"; readonly chiusura: ChiusuraTesoreria }
  | { readonly tipo: "rifiuto"; readonly motivo: string };
