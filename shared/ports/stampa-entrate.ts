/** The report of expected income as a printed document. */
import type { EntrateCreditore } from "../domain/rendicontazioni/entrata-prevista.ts";

export interface ProspettoEntrate {
  /** Instants asked for; absent = without that limit. */
  readonly da?: string;
  readonly a?: string;
  /** Instant of the print. */
  readonly stampatoAlle: string;
  readonly creditori: readonly EntrateCreditore[];
  /** Names of the creditors; one without is told by its code. */
  readonly nomi: ReadonlyMap<string, string>;
}

export interface StampaEntrate {
  /** Answers the bytes of an A4 PDF/UA document: same report, same bytes. Fails only for bugs. */
  render(prospetto: ProspettoEntrate): Promise<Uint8Array>;
}
