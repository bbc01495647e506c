/** Timing of operations at a given concurrency: operations per second, median and 99th percentile. Only `npm run bench` times; tests never do. */
export interface Misura {
  readonly alSecondo: number;
  readonly p50Millisecondi: number;
  readonly p99Millisecondi: number;
}

type Lavoro = (n: number) => Promise<void>;

/** Short alternate turns: when the machine slows down, it slows down both sides of a ratio. */
const TURNI = 5;

export const percentile = (ordinati: readonly number[], quota: number): number =>
  ordinati[Math.min(ordinati.length - 1, Math.floor(ordinati.length * quota))] ?? 0;

const createCronometro = (lavoro: Lavoro, concorrenza: number) => {
  const durate: number[] = [];
  let prossima = 0;
  let millisecondi = 0;
  return {
    run: async (quante: number, conta: boolean): Promise<void> => {
      const fine = prossima + quante;
      const inizio = performance.now();
      await Promise.all(
        Array.from({ length: concorrenza }, async () => {
          while (prossima < fine) {
            const n = prossima++;
            const partenza = performance.now();
            await lavoro(n);
            if (conta) durate.push(performance.now() - partenza);
          }
        }),
      );
      if (conta) millisecondi += performance.now() - inizio;
    },
    misura: (): Misura => {
      const ordinati = durate.toSorted((a, b) => a - b);
      return {
        alSecondo: durate.length / (millisecondi / 1000),
        p50Millisecondi: percentile(ordinati, 0.5),
        p99Millisecondi: percentile(ordinati, 0.99),
      };
    },
  };
};

/** Each work runs `quante` times, `concorrenza` at a time, in alternate turns, after a tenth as a warm-up that does not count. */
export const measureInsieme = async (lavori: readonly Lavoro[], quante: number, concorrenza: number): Promise<readonly Misura[]> => {
  const cronometri = lavori.map((lavoro) => createCronometro(lavoro, concorrenza));
  for (const cronometro of cronometri) await cronometro.run(Math.ceil(quante / 10), false);
  for (let turno = 0; turno < TURNI; turno++) {
    for (const cronometro of cronometri) await cronometro.run(Math.ceil(quante / TURNI), true);
  }
  return cronometri.map((cronometro) => cronometro.misura());
};
