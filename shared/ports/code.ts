/** Direct sends, where the message itself is the durable record: receipts of the Node. Everything else leaves through the outbox. */
export interface CodaRicevute {
  /** `gruppo`: on whose behalf, for the queue to be fair between many. `attesaSecondi`: nobody sees it before, up to 15 minutes. */
  send(messaggio: Readonly<Record<string, unknown>>, gruppo?: string, attesaSecondi?: number): Promise<void>;
}
