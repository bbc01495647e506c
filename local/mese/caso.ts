/** Chance that can be repeated: each thing of the month has its own sequence, found from its name alone, so that any part is made again without the others. */

export interface Caso {
  /** From 0 to 1, 1 excluded. */
  readonly reale: () => number;
  /** From 0 to n - 1. */
  readonly intero: (n: number) => number;
}

const mescola = (seme: number, parte: number): number => {
  let h = Math.imul(seme ^ parte, 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
};

export function createCaso(...parti: readonly number[]): Caso {
  let stato = parti.reduce(mescola, 0x2545f491);
  const reale = (): number => {
    stato = (stato + 0x6d2b79f5) | 0;
    let t = Math.imul(stato ^ (stato >>> 15), 1 | stato);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { reale, intero: (n) => Math.floor(reale() * n) };
}

/** A new list in an order that the sequence decides. */
export function mischia<T>(elementi: readonly T[], caso: Caso): readonly T[] {
  const mischiati = [...elementi];
  for (let i = mischiati.length - 1; i > 0; i--) {
    const j = caso.intero(i + 1);
    const [a, b] = [mischiati[i], mischiati[j]];
    if (a !== undefined && b !== undefined) [mischiati[i], mischiati[j]] = [b, a];
  }
  return mischiati;
}
