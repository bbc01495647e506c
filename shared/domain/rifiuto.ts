/** A refusal names one entry of the catalogue of problems (contracts/problems.ts) and says, in Italian, which field and which limit. */
export interface Rifiuto<C extends string = string> {
  readonly codice: C;
  readonly dettaglio?: string;
  /** Seconds after which it makes sense to try again (Retry-After). */
  readonly attesaSecondi?: number;
}

export const rifiuto = <const C extends string>(codice: C, dettaglio?: string): { readonly ok: false; readonly errore: Rifiuto<C> } => ({
  ok: false,
  errore: dettaglio === undefined ? { codice } : { codice, dettaglio },
});
