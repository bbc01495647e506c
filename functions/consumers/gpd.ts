/** Queue `gpd`: each message is a debt whose copy in an archive of pagoPA has to follow, now or after a wait that grows. */
import { MessaggioGpd } from "../../shared/contracts/messaggi.ts";
import { codaGpd } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { codeOutbox } from "../../shared/runtime/wiring/code.ts";
import { porteGpd } from "../../shared/runtime/wiring/gpd.ts";
import { alignPosizione } from "../../shared/usecases/gpd/align-posizione.ts";

const align = alignPosizione(porteGpd);

export const handler = queueConsumer(codaGpd, MessaggioGpd, async ({ messaggio, receiptHandle }) => {
  const esito = await align(messaggio);
  if (esito.esito !== "riprova") return;
  await codeOutbox.gpd.delay(receiptHandle, esito.secondi);
  throw new Error(`pendenza ${messaggio.iuv} da allineare di nuovo tra ${esito.secondi} secondi`);
});
