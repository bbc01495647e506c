/** Every queue of dead letters of the installation: one per queue, one per consumer of a stream, one of the scheduler. */
import { code, consumatoreOutbox, consumatoriStream } from "./queues.ts";

export interface CodaScarti {
  /** Of the queue or of the consumer; the queue of dead letters adds `-scarti`. */
  readonly nome: string;
  /** Its messages came from a queue, to which they can go back; the others tell of a stretch of stream, or of a run that did not start. */
  readonly riconsegnabile: boolean;
  readonly impatto: string;
}

export const SCARTI_SCHEDULAZIONI = "schedulazioni";

export const nomeScarti = (nome: string): string => `${nome}-scarti`;

export const codeScarti: readonly CodaScarti[] = [
  ...code.map(({ nome, impatto }) => ({ nome, impatto, riconsegnabile: true })),
  ...[consumatoreOutbox, ...consumatoriStream].map(({ nome, impatto }) => ({ nome, impatto, riconsegnabile: false })),
  { nome: SCARTI_SCHEDULAZIONI, impatto: "Un lavoro programmato non è partito alla sua ora.", riconsegnabile: false },
];
