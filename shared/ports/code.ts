/** Direct sends, where the message itself is the durable record: receipts of the Node. Everything else leaves through the outbox. */
export interface CodaRicevute {
  send(messaggio: Readonly<Record<string, unknown>>): Promise<void>;
}
