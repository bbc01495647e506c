/** Queue `cambi`: each message takes the replacement of an account further, as many stages as the time allows. */
import { MessaggioCambio } from "../../shared/contracts/messaggi.ts";
import { codaCambi } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { codeOutbox } from "../../shared/runtime/wiring/code.ts";
import { porteElaborazioneCambi } from "../../shared/runtime/wiring/elaborazione-cambi.ts";
import { elaborateCambio } from "../../shared/usecases/cambi/elaborate-cambio.ts";

const elaborate = elaborateCambio(porteElaborazioneCambi);

export const handler = queueConsumer(codaCambi, MessaggioCambio, async ({ messaggio, receiptHandle, traccia }) => {
  const esito = await elaborate(messaggio, traccia);
  if (esito.esito === "fatto") return;
  await codeOutbox.cambi.delay(receiptHandle, esito.secondi);
  throw new Error(`cambio ${messaggio.id}: la nuova anagrafica vale ovunque tra ${esito.secondi} secondi`);
});
