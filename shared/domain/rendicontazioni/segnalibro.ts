/** How far the search of a creditor's flows has got on pagoPA, which keeps no flag of what was already downloaded (pagopa.md 5.1). */
import { addGiorni, addMinuti } from "../valori/date.ts";

export interface Segnalibro {
  readonly versione: number;
  readonly idDominio: string;
  /** Latest publication seen: instant. */
  readonly ultimaPubblicazione: string;
}

/** Flows may be published with an earlier instant than one already seen: each search starts again a day before. */
const SOVRAPPOSIZIONE_MINUTI = 24 * 60;
const FINESTRA_GIORNI = 30;

/**
 * Instant after which to search; undefined = from the beginning of the window of 30 days, which pagoPA computes better than us (an instant
 * before it is refused). @param adesso instant.
 */
export function cercaDopo(ultimaPubblicazione: string | undefined, adesso: string): string | undefined {
  if (ultimaPubblicazione === undefined) return undefined;
  const dopo = addMinuti(ultimaPubblicazione, -SOVRAPPOSIZIONE_MINUTI);
  // Days of pagoPA's window are UTC. One day of margin: the request may arrive after the midnight that moves it.
  const inizioFinestra = `${addGiorni(adesso.slice(0, 10), 1 - FINESTRA_GIORNI)}T00:00:00.000Z`;
  return dopo < inizioFinestra ? undefined : dopo;
}
