/** The queues of dead letters: looked at without losing anything, given back, removed. */
export interface MessaggioScartato {
  readonly id: string;
  readonly corpo: string;
  /** Instant at which it was first sent. */
  readonly inviatoAlle: string;
  /** Times that it was read, by the consumer and then by who looked at the dead letters. */
  readonly letture: number;
  /** On whose behalf it was. */
  readonly gruppo?: string;
  /** What allows to act on it, until it becomes visible again. */
  readonly ricevuta: string;
}

export interface Profondita {
  readonly visibili: number;
  /** Read and not yet deleted, or sent and not yet visible. */
  readonly inSospeso: number;
}

export interface Scarti {
  /** Of the dead letters of each queue; approximate, as SQS says it. One request each, together. */
  depths(code: readonly string[]): Promise<ReadonlyMap<string, Profondita>>;
  /** Up to 10, hidden from the others for so many seconds. */
  receive(coda: string, quanti: number, nascostiSecondi: number): Promise<readonly MessaggioScartato[]>;
  /** Visible again at once. */
  release(coda: string, messaggi: readonly MessaggioScartato[]): Promise<void>;
  /** Back to the queue it came from: sent first and only then deleted, so that a crash doubles it and never loses it. */
  redeliver(coda: string, messaggio: MessaggioScartato): Promise<void>;
  remove(coda: string, messaggio: MessaggioScartato): Promise<void>;
}
