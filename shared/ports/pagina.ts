/** Paging of every list: by opaque cursor or by page number, with a total when it is asked for. */
export interface RichiestaPagina {
  readonly limite: number;
  /** Matches to skip from the beginning; ignored with a cursor. */
  readonly salta: number;
  readonly cursore?: string;
  readonly totale: boolean;
  /** The count stops here (GovPay's maxRisultati); absent = exact at any length. */
  readonly tettoTotale?: number;
}

export interface Pagina<T> {
  readonly elementi: readonly T[];
  readonly totale?: number;
  readonly totaleTroncato?: boolean;
  readonly cursore?: string;
}
