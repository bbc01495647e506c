/**
 * The Node waits 7 or 15 seconds and then gives up (pagopa.md 3.5): a store that neither answers nor refuses must not keep us silent until then. What goes on
 * after the answer may still be written: an attempt that nobody pays, a receipt that comes again.
 */

/** Before the Node's limit: what the network, a cold start and the journal take. */
const MARGINE_RISPOSTA_MILLISECONDI = 2_000;
const MARGINE_GIORNALE_MILLISECONDI = 1_000;

/** Milliseconds of the limit of a primitive; at least one, so that what is ready at once is still taken. */
const resta = (secondi: number, margine: number): number => Math.max(1, secondi * 1_000 - margine);

export const tempoRisposta = (secondi: number): number => resta(secondi, MARGINE_RISPOSTA_MILLISECONDI);
/** @param trascorsi since the request came, by a clock that never jumps. */
export const tempoGiornale = (secondi: number, trascorsi: number): number => resta(secondi, MARGINE_GIORNALE_MILLISECONDI + trascorsi);

/** The work, or a failure when it takes longer. */
export const entro = async <T>(millisecondi: number, lavoro: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const fine = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nessun esito entro ${Math.round(millisecondi)} ms`)), millisecondi);
  });
  try {
    return await Promise.race([lavoro, fine]);
  } finally {
    clearTimeout(timer);
  }
};
