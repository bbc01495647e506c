/** Flows of any number of rows computed from their index, for the benchmark of the acquisition: nothing is stored but the recipe. */
import type { Riga } from "./riga.ts";

export interface DatiSintetici {
  /** Segregation code: the rows carry notice numbers of the creditor itself. */
  readonly segregazione: string;
  /** First progressive of the IUV base. */
  readonly primo: number;
  readonly giorno: string;
  readonly payStatus: Riga["payStatus"];
}

/** IUV of 17 digits for auxDigit 3: segregation code, base of 13 digits, check digits modulo 93 (section 4.1). */
export const iuvSintetico = (segregazione: string, base: number): string => {
  const riferimento = `${segregazione}${base.toString().padStart(13, "0")}`;
  return riferimento + (Number(`3${riferimento}`) % 93).toString().padStart(2, "0");
};

/** Cents of row `indice`: between 0.01 and 99.99, so that sums have cents in them. */
const importoSintetico = (indice: number): bigint => BigInt(((indice * 7919) % 9999) + 1);

export const rigaSintetica = (dati: DatiSintetici, indice: number): Riga => ({
  indice,
  iuv: iuvSintetico(dati.segregazione, dati.primo + indice - 1),
  iur: `5${(dati.primo + indice).toString(16).padStart(31, "0")}`,
  idTransfer: 1,
  importo: importoSintetico(indice),
  payStatus: dati.payStatus,
  giorno: dati.giorno,
});

export const totaleSintetico = (righe: number): bigint => {
  let totale = 0n;
  for (let indice = 1; indice <= righe; indice += 1) totale += importoSintetico(indice);
  return totale;
};
