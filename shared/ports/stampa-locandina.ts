/** Printing of the poster of a payment page. */
import type { EnteDaStampare } from "./stampa-avviso.ts";

export interface LocandinaDaStampare {
  readonly ente: EnteDaStampare;
  readonly titolo: string;
  readonly descrizione?: string;
  /** What is paid, in words: an amount, or its limits. */
  readonly importo: string;
  /** Where to pay: also what the QR code says. */
  readonly indirizzo: string;
  /** Instant. */
  readonly stampataAlle: string;
}

export interface StampaLocandina {
  /** Answers the bytes of an A4 PDF/UA document: same poster, same bytes. */
  render(locandina: LocandinaDaStampare): Promise<Uint8Array>;
}
