/**
 * A debt paid outside pagoPA (at the counter, by transfer, by form F24): nobody must pay it again, and it is no payment of pagoPA. It stays ANNULLATA, the one
 * state that every version of the APIs has for "not to be paid here", and says why in a field of its own (docs/adr/0054).
 */
import { giornoItaliano } from "../valori/date.ts";

export interface PagatoAltrove {
  /** Day, Europe/Rome. */
  readonly data: string;
  /** Cents: what was paid, which a discount or a surcharge may make different from what was due. */
  readonly importo: bigint;
  /** Number of the receipt, of the transfer, of the form. */
  readonly riferimento: string;
  readonly mezzo?: string;
}

/** As it is kept: who said it may take it back. */
export interface PagataAltrove extends PagatoAltrove {
  readonly autore: string;
}

export const describePagataAltrove = ({ data, riferimento, mezzo }: PagatoAltrove): string =>
  `pagata altrove il ${giornoItaliano(data)}${mezzo === undefined ? "" : ` (${mezzo})`}, riferimento ${riferimento}`;
