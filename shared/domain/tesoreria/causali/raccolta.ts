/** Unknown texts of credits that look like pagoPA, gathered by shape, with what a person decided of them. */
import type { Movimento } from "../movimento-registrato.ts";
import type { DecisioneCausale, StatoCausale } from "./decisione.ts";

export interface CausaleSconosciuta {
  readonly forma: string;
  readonly stato: StatoCausale;
  readonly numero: number;
  /** Cents. */
  readonly importo: bigint;
  /** First and last month of the period in which they came. */
  readonly dal: string;
  readonly al: string;
  /** In the last one. */
  readonly numeroUltimo: number;
  readonly esempio?: Pick<Movimento, "id" | "causale" | "ordinante" | "importo" | "dataContabile">;
  readonly decisione?: DecisioneCausale;
}
