/** Queue `tracciati`: each message takes a bulk batch further, as many stages as the time allows. */
import { MessaggioTracciato } from "../../shared/contracts/messaggi.ts";
import { codaTracciati } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { delayTracciato } from "../../shared/runtime/wiring/attesa-tracciati.ts";
import { elaborate } from "../../shared/runtime/wiring/elaborazione-tracciati.ts";

export const handler = queueConsumer(
  codaTracciati,
  MessaggioTracciato,
  async ({ messaggio, messageId, tentativo, receiptHandle, traccia }) => {
    const esito = await elaborate({ ...messaggio, messageId, tentativo }, traccia);
    if (esito.esito === "fatto") return;
    await delayTracciato(receiptHandle, esito.secondi);
    throw new Error(`tracciato ${messaggio.id} in lavorazione altrove, nuovo sguardo tra ${esito.secondi} secondi`);
  },
);
