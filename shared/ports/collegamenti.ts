/** Public links: what one of them gives access to, sealed so that nobody can read, change or make one. */

/** What a link is for; one made for something opens nothing else. Beside the public ones, the small signed texts of other parts of the product. */
export const SCOPI_COLLEGAMENTO = ["AVVISO", "RICEVUTA", "PAGAMENTO", "PAGINA"] as const;
export type ScopoCollegamento = (typeof SCOPI_COLLEGAMENTO)[number];

export type DatiCollegamento = Readonly<Record<string, string>>;

export interface Collegamenti {
  /** `scade`: UTC instant, at most a year from now. */
  create(scopo: ScopoCollegamento, dati: DatiCollegamento, scade: string): string;
  /** undefined for whatever is not a link of ours, for that purpose, still in time. */
  open(scopo: ScopoCollegamento, gettone: string): DatiCollegamento | undefined;
  /** The purpose that it says to have: only chooses what to try. */
  scopoOf(gettone: string): ScopoCollegamento | undefined;
}
