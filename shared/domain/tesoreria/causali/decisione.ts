/** What a person decided of the texts of one shape: remembered, and stronger than what the shape looks like. */

/** LETTA: seen, nothing to do until others come. NON_PAGOPA: money of something else, whatever its words. DA_LEGGERE: nothing decided. */
export const DECISIONI_CAUSALE = ["DA_LEGGERE", "LETTA", "NON_PAGOPA"] as const;
export type StatoCausale = (typeof DECISIONI_CAUSALE)[number];

export interface DecisioneCausale {
  readonly versione: number;
  readonly idDominio: string;
  /** As `formaNormalizzata` makes it. */
  readonly forma: string;
  readonly decisione: StatoCausale;
  /** Last month in which texts of the shape had come, and how many in it: what was there to be read. */
  readonly mese: string;
  readonly numero: number;
  readonly nota?: string;
  readonly principal: string;
  /** Instant. */
  readonly data: string;
}

/** Read, until others come: of a later month, or more of the same. @param ultimo last month of the shape, and how many texts in it. */
export const statoCausale = (
  decisione: DecisioneCausale | undefined,
  ultimo: { readonly mese: string; readonly numero: number },
): StatoCausale => {
  if (decisione?.decisione !== "LETTA") return decisione?.decisione ?? "DA_LEGGERE";
  const altre = ultimo.mese > decisione.mese || (ultimo.mese === decisione.mese && ultimo.numero > decisione.numero);
  return altre ? "DA_LEGGERE" : "LETTA";
};
