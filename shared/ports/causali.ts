/** Decisions of people about the texts of banks that nobody could read. They change through the unit of work. */
import type { DecisioneCausale } from "../domain/tesoreria/causali/decisione.ts";

export interface Causali {
  /** Of a creditor, the first thousand. One request. */
  findDecisioni(idDominio: string): Promise<readonly DecisioneCausale[]>;
  getDecisione(idDominio: string, forma: string): Promise<DecisioneCausale | undefined>;
}
