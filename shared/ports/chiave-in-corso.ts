/** The idempotency key of a request: used once, in the first transaction that changes something. */
import type { Scrittura } from "./deposito.ts";

export interface ChiaveInCorso {
  /** The mark of its use; undefined once it is used. */
  scrittura(): Scrittura | undefined;
  /** The transaction with that write has gone through. */
  registrata(): void;
}
