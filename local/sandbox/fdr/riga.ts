/** A row of a settlement flow: apart, because the stored flows and the synthetic ones both speak of it. */
export interface Riga {
  /** Place in the flow, from 1. */
  readonly indice: number;
  readonly iuv: string;
  readonly iur: string;
  readonly idTransfer: number;
  readonly importo: bigint;
  readonly payStatus: "EXECUTED" | "STAND_IN" | "STAND_IN_NO_RPT" | "NO_RPT";
  /** Calendar day of the payment. */
  readonly giorno: string;
}
