/** Queue `notifiche`: each message is a receipt to deliver to the creditor's system, now or after a wait that grows. */
import { MessaggioNotifica } from "../../shared/contracts/messaggi.ts";
import { codaNotifiche } from "../../shared/contracts/queues.ts";
import { presentRicevuta } from "../../shared/presenters/riconciliazione/ricevuta.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { codeOutbox } from "../../shared/runtime/wiring/code.ts";
import { wireDeliverNotifica } from "../../shared/runtime/wiring/notifiche.ts";
import { createDeliverNotifica } from "../../shared/usecases/notifiche/deliver-notifica.ts";

const deliver = createDeliverNotifica({ ...wireDeliverNotifica(), present: presentRicevuta });

export const handler = queueConsumer(codaNotifiche, MessaggioNotifica, async ({ messaggio, receiptHandle, traccia }) => {
  const { idDominio, iuv, idRicevuta } = messaggio;
  const consegna = await deliver({ idDominio, iuv, idRicevuta }, traccia);
  if (consegna.esito !== "riprova") return;
  await codeOutbox.notifiche.delay(receiptHandle, consegna.secondi);
  throw new Error(`ricevuta ${idRicevuta} non consegnata all'ente, nuovo tentativo tra ${consegna.secondi} secondi`);
});
