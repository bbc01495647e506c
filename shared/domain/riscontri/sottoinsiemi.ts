/** Bounded search of the amounts that make a sum. Chance makes sums too: a search is worth believing only when it looks at few cases among many amounts. */

/** No more than 2^12 cases are looked at; beyond, the answer is that nobody can tell. */
export const LIMITE_ADDENDI = 12;

/** A sum found among more cases than a thousandth of its cents might be there by chance. */
const CASI_PER_CENTESIMO = 1_000n;

export interface Somma<T> {
  readonly addendi: readonly T[];
  /** True when chance alone would hardly make this sum among the cases that were looked at. */
  readonly credibile: boolean;
}

/**
 * The subset that makes the total, when there is only one.
 * @param obbligati must be in it. @param importoDi cents, more than zero.
 * @param pari two elements with the same amount are worth the same: subsets that differ only in them count once, and the first in order stands for them.
 */
export function findSomma<T>(
  totale: bigint,
  obbligati: readonly T[],
  altri: readonly T[],
  importoDi: (elemento: T) => bigint,
  pari = false,
): Somma<T> | "molte" | undefined {
  if (altri.length > LIMITE_ADDENDI) return undefined;
  const base = obbligati.reduce((somma, elemento) => somma + importoDi(elemento), 0n);
  const trovati: T[][] = [];
  const scelti: T[] = [];
  const scendi = (indice: number, resta: bigint): void => {
    if (resta === 0n && obbligati.length + scelti.length > 0) trovati.push([...obbligati, ...scelti]);
    if (resta <= 0n) return;
    for (let i = indice; i < altri.length; i++) {
      const elemento = altri[i];
      if (elemento === undefined) continue;
      scelti.push(elemento);
      scendi(i + 1, resta - importoDi(elemento));
      scelti.pop();
    }
  };
  scendi(0, totale - base);
  const [primo] = trovati;
  if (primo === undefined) return undefined;
  const firma = (insieme: readonly T[]): string =>
    insieme
      .map(importoDi)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      .join("+");
  if (pari ? new Set(trovati.map(firma)).size > 1 : trovati.length > 1) return "molte";
  return { addendi: primo, credibile: totale >= CASI_PER_CENTESIMO * 2n ** BigInt(altri.length) };
}
