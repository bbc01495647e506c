/** Queue `ricevute`: registers the receipts that the Node delivered. What fails is given again, and ends in the dead-letter queue. */
import { MessaggioRicevuta } from "../../shared/contracts/messaggi.ts";
import { codaRicevute } from "../../shared/contracts/queues.ts";
import { logger } from "../../shared/runtime/osservabilita.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { consume } from "../../shared/runtime/wiring/registrazione-ricevute.ts";

export const handler = queueConsumer(codaRicevute, MessaggioRicevuta, async ({ messaggio }) => {
  const { esito, idDominio, iuv, segnalazioni } = await consume(messaggio);
  logger.info("ricevuta", { esito, idDominio, iuv, segnalazioni: segnalazioni.map(({ codice }) => codice) });
});
