/** Printing of the letter to who paid. */
import type { Lettera } from "../domain/fascicoli/lettera.ts";
import type { EnteDaStampare } from "./stampa-avviso.ts";

export interface LetteraDaStampare extends Lettera {
  readonly ente: EnteDaStampare;
  /** Name and address, a line each. */
  readonly destinatario: readonly string[];
  /** Instant. */
  readonly stampataAlle: string;
  /** Of the file, for the title of the document. */
  readonly id: string;
}

export interface StampaLettera {
  /** Answers the bytes of an A4 PDF/UA document: same letter, same bytes. Fails only for bugs. */
  render(lettera: LetteraDaStampare): Promise<Uint8Array>;
}
