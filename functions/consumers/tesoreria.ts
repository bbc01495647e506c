/** Queue `tesoreria`: each message takes the reading of a treasury file further, as far as the time allows. */
import { MessaggioTesoreria } from "../../shared/contracts/messaggi.ts";
import { codaTesoreria } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { delayTesoreria } from "../../shared/runtime/wiring/attesa-tesoreria.ts";
import { elaborate } from "../../shared/runtime/wiring/elaborazione-tesoreria.ts";

export const handler = queueConsumer(codaTesoreria, MessaggioTesoreria, async ({ messaggio, messageId, receiptHandle, traccia }) => {
  const esito = await elaborate({ ...messaggio, messageId }, traccia);
  if (esito.esito === "fatto") return;
  await delayTesoreria(receiptHandle, esito.secondi);
  throw new Error(`caricamento ${messaggio.id} in lettura altrove, nuovo sguardo tra ${esito.secondi} secondi`);
});
