/** A stretch of days told by as few counters as possible: whole months by their months, what sticks out by its days. */
import { addGiorni } from "../valori/date.ts";
import type { Passo } from "./caselle.ts";

export interface Tratto {
  readonly passo: Passo;
  /** Days or months, both included. */
  readonly da: string;
  readonly a: string;
}

const meseDopo = (mese: string): string => addGiorni(`${mese}-28`, 4).slice(0, 7);
const primoDi = (mese: string): string => `${mese}-01`;
const ultimoDi = (mese: string): string => addGiorni(primoDi(meseDopo(mese)), -1);
const mesePrima = (mese: string): string => addGiorni(primoDi(mese), -1).slice(0, 7);

/** Days both included; empty when `a` comes before `da`. */
export const tratti = (da: string, a: string): readonly Tratto[] => {
  if (a < da) return [];
  const [meseDa, meseA] = [da.slice(0, 7), a.slice(0, 7)];
  const primoIntero = da === primoDi(meseDa) ? meseDa : meseDopo(meseDa);
  const ultimoIntero = a === ultimoDi(meseA) ? meseA : mesePrima(meseA);
  if (ultimoIntero < primoIntero) return [{ passo: "giorno", da, a }];
  return [
    ...(da < primoDi(primoIntero) ? [{ passo: "giorno", da, a: ultimoDi(meseDa) } as const] : []),
    { passo: "mese", da: primoIntero, a: ultimoIntero },
    ...(a > ultimoDi(ultimoIntero) ? [{ passo: "giorno", da: primoDi(meseA), a } as const] : []),
  ];
};
