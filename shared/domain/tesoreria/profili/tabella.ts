/** A table as its readers give it, whatever the file was: rows of cells, one at a time. */

/** A number of a spreadsheet. */
export interface CellaNumero {
  readonly numero: number;
  /** The day it stands for, when its format is a date: "YYYY-MM-DD". */
  readonly giorno?: string;
}

/** A CSV has texts only; a cell that is not there is an empty text. */
export type Cella = string | CellaNumero;

export interface RigaTabella {
  /** Line of the file where it begins, or row of the sheet, from 1. */
  readonly riga: number;
  readonly celle: readonly Cella[];
  /** As it was, at most 1000 characters; only where it is not the cells joined. */
  readonly testo?: string;
  /** Why its cells cannot be told, in Italian: it is rejected whole. */
  readonly difetto?: string;
}

export const TESTO_RIGA_MASSIMO = 1000;

export const textOf = (cella: Cella | undefined): string =>
  cella === undefined ? "" : typeof cella === "string" ? cella.trim() : (cella.giorno ?? String(cella.numero));

/** The row as a person would read it. */
export const describeRiga = ({ testo, celle }: RigaTabella): string => (testo ?? celle.map(textOf).join(";")).slice(0, TESTO_RIGA_MASSIMO);

export const isVuota = ({ celle, difetto }: RigaTabella): boolean => difetto === undefined && celle.every((cella) => textOf(cella) === "");
