/** Counters kept while things happen, so that no report ever counts. */
import type { Casella, Passo } from "../domain/statistiche/caselle.ts";
import type { NomeCubo, Variazione } from "../domain/statistiche/contributi.ts";

/** A change, by the name that it keeps however many times it is told. */
export interface Cambiamento {
  readonly id: string;
  readonly variazioni: readonly Variazione[];
}

export interface RichiestaCaselle {
  readonly cubo: NomeCubo;
  /** A creditor, or "*". */
  readonly idDominio: string;
  readonly passo: Passo;
  /** First and last period, both included: days for `giorno`, months for `mese`. */
  readonly da: string;
  readonly a: string;
}

export interface Contatori {
  /** Adds each change once, ever: told again, it changes nothing. Answers how many were new. */
  add(cambiamenti: readonly Cambiamento[]): Promise<number>;
  /** One query for each month of days, or year of months. */
  read(richiesta: RichiestaCaselle): Promise<readonly Casella[]>;
}
