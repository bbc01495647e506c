/** Timing of an operation at a given concurrency: operations per second, median and 99th percentile. Only `npm run bench` times; tests never do. */
export interface Misura {
  readonly alSecondo: number;
  readonly p50Millisecondi: number;
  readonly p99Millisecondi: number;
}

const percentile = (ordinati: readonly number[], quota: number): number =>
  ordinati[Math.min(ordinati.length - 1, Math.floor(ordinati.length * quota))] ?? 0;

/** Runs `quante` times, `concorrenza` at a time, after a tenth as a warm-up that does not count. */
export const measure = async (operazione: (n: number) => Promise<void>, quante: number, concorrenza: number): Promise<Misura> => {
  const durate: number[] = [];
  let prossima = 0;
  const run = async (fino: number, conta: boolean): Promise<void> => {
    await Promise.all(
      Array.from({ length: concorrenza }, async () => {
        for (let n = prossima++; n < fino; n = prossima++) {
          const inizio = performance.now();
          await operazione(n);
          if (conta) durate.push(performance.now() - inizio);
        }
      }),
    );
  };
  const riscaldamento = Math.ceil(quante / 10);
  await run(riscaldamento, false);
  prossima = riscaldamento;
  const inizio = performance.now();
  await run(riscaldamento + quante, true);
  const secondi = (performance.now() - inizio) / 1000;
  const ordinati = durate.toSorted((a, b) => a - b);
  return { alSecondo: durate.length / secondi, p50Millisecondi: percentile(ordinati, 0.5), p99Millisecondi: percentile(ordinati, 0.99) };
};
