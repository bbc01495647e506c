/**
 * Fixed fields of the CBI function "rendicontazione saldi e movimenti di conto corrente" (CBI-RND-001 6.05, July 2013, paragraphs on the records RH, 61, 62, 63, 64
 * and EF): records of 120 characters, positions from 1 as the standard counts them. Record 65 (future liquidity) says nothing of movements.
 */
export const RECORD_CARATTERI = 120;

export type Campo = readonly [da: number, a: number];

export const campo = (record: string, [da, a]: Campo): string => record.slice(da - 1, a);

export const TIPO: Campo = [2, 3];
export const RENDICONTAZIONE: Campo = [4, 10];
export const PROGRESSIVO: Campo = [11, 13];

export const TESTA = {
  mittente: [4, 8],
  data: [14, 19],
  supporto: [20, 39],
} as const satisfies Record<string, Campo>;

export const SALDO_INIZIALE = {
  cin: [52, 52],
  abi: [53, 57],
  cab: [58, 62],
  conto: [63, 74],
  divisa: [75, 77],
  data: [78, 83],
  segno: [84, 84],
  importo: [85, 99],
  /** Country and check digits, which complete the IBAN. */
  iban: [100, 103],
} as const satisfies Record<string, Campo>;

export const MOVIMENTO = {
  dataValuta: [14, 19],
  dataRegistrazione: [20, 25],
  segno: [26, 26],
  importo: [27, 41],
  riferimentoBanca: [62, 77],
  descrizione: [87, 120],
} as const satisfies Record<string, Campo>;

/** Structures of record 63 (positions 14-16); without one of these the whole record is text. */
export const STRUTTURA: Campo = [14, 16];
export const TESTO_LIBERO: Campo = [14, 120];
export const INFORMAZIONI = {
  /** YYY and ZZ2: who ordered the transfer. */
  ordinante: [41, 80],
  ordinanteEstero: [17, 120],
  /** ID1: the message and the end-to-end id of the transfer. The first is of the whole order, not of one transfer. */
  endToEnd: [52, 86],
  /** RI1 and RI2: 104 and 36 characters, the 140 of a SEPA remittance text cut in two. */
  riconciliazione1: [17, 120],
  riconciliazione2: [17, 52],
  /** ZZ3: reason of a transfer from abroad. */
  motivazione: [67, 120],
} as const satisfies Record<string, Campo>;

export const SALDO_FINALE = {
  divisa: [11, 13],
  segno: [20, 20],
  importo: [21, 35],
} as const satisfies Record<string, Campo>;

export const CODA = {
  supporto: [20, 39],
  rendicontazioni: [46, 52],
  record: [83, 89],
} as const satisfies Record<string, Campo>;
