/** The texts of pagoPA's REST services (carts, debt positions): one line, within their limit. */
import { taglia } from "./taglio.ts";

/** One line of at most `massimo` UTF-16 units, never ending inside a character: pagoPA's REST services count as Java does. */
export const riga = (testo: string, massimo: number): string => taglia(testo.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim(), massimo).trimEnd();

/** Characters of the texts shown to who pays, in carts and debt positions (pagopa.md 6 and 7.1). */
export const RIGA_PAGOPA = 140;
export const rigaPagoPa = (testo: string): string => riga(testo, RIGA_PAGOPA);
