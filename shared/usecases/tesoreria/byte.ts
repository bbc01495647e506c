/** The bytes of a file of the bucket, in pieces: the next one is asked for while the last is being read. */
import type { LeggiTratto } from "../../domain/tracciati/lettore-csv.ts";
import type { Oggetti } from "../../ports/oggetti.ts";

const PEZZO_BYTE = 2 * 1_048_576;

export const tratti =
  (oggetti: Pick<Oggetti, "readTratto">, chiave: string, dimensione: number): LeggiTratto =>
  async (da, quanti) =>
    da >= dimensione ? new Uint8Array() : oggetti.readTratto(chiave, da, quanti);

export async function* byteDi(oggetti: Pick<Oggetti, "readTratto">, chiave: string, dimensione: number): AsyncGenerator<Uint8Array> {
  const leggi = tratti(oggetti, chiave, dimensione);
  const ask = (da: number): Promise<Uint8Array> => {
    const pezzo = leggi(da, PEZZO_BYTE);
    // Whoever stops reading early never looks at it: a failure of it is nobody's.
    pezzo.catch(() => {});
    return pezzo;
  };
  let prossimo = ask(0);
  for (let da = 0; da < dimensione; ) {
    const pezzo = await prossimo;
    if (pezzo.length === 0) return;
    da += pezzo.length;
    prossimo = ask(da);
    yield pezzo;
  }
}

/** The first bytes of a source, and the same source from its beginning. */
export const peek = async (
  sorgente: AsyncIterable<Uint8Array>,
  quanti: number,
): Promise<{ readonly inizio: Uint8Array; readonly byte: AsyncIterable<Uint8Array> }> => {
  const iteratore = sorgente[Symbol.asyncIterator]();
  const letti: Uint8Array[] = [];
  let lunghezza = 0;
  while (lunghezza < quanti) {
    const { value, done } = await iteratore.next();
    if (done === true) break;
    letti.push(value);
    lunghezza += value.length;
  }
  const inizio = new Uint8Array(Math.min(quanti, lunghezza));
  let scritti = 0;
  for (const pezzo of letti) {
    const parte = pezzo.subarray(0, inizio.length - scritti);
    inizio.set(parte, scritti);
    scritti += parte.length;
  }
  async function* daCapo(): AsyncGenerator<Uint8Array> {
    yield* letti;
    yield* { [Symbol.asyncIterator]: () => iteratore };
  }
  return { inizio, byte: daCapo() };
};
