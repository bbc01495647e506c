/** The exchange a use case works for: gives the journal entry to commit with the change of state. */
import type { CampiEvento, Evento } from "../domain/eventi.ts";

export interface Traccia {
  readonly transactionId: string;
  /** Instant at which the exchange began. */
  readonly inizio: string;
  /** The entry of this exchange; asking for it means committing it. Default outcome OK. */
  evento(campi?: CampiEvento): Evento;
  /** The exchange asked for what was already so: no entry. */
  omit(): void;
}
