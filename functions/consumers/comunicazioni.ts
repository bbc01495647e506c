/** Queue `comunicazioni`: a debt whose messages to the citizen are to be decided again, or one of them to send, now or after a wait that grows. */
import { MessaggioComunicazione } from "../../shared/contracts/messaggi.ts";
import { codaComunicazioni } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { codeOutbox } from "../../shared/runtime/wiring/code.ts";
import { porteComunicazioni } from "../../shared/runtime/wiring/comunicazioni.ts";
import { createCheckComunicazione } from "../../shared/usecases/comunicazioni/check-comunicazione.ts";
import { createPlanComunicazioni } from "../../shared/usecases/comunicazioni/plan-comunicazioni.ts";
import { createSendComunicazione } from "../../shared/usecases/comunicazioni/send-comunicazione.ts";

const plan = createPlanComunicazioni(porteComunicazioni);
const check = createCheckComunicazione(porteComunicazioni);
const send = createSendComunicazione(porteComunicazioni);

export const handler = queueConsumer(codaComunicazioni, MessaggioComunicazione, async ({ messaggio, receiptHandle, traccia }) => {
  if (messaggio.tipo === "POSIZIONE") return plan(messaggio);
  if (messaggio.tipo === "ESITO") return check(messaggio, traccia);
  const invio = await send(messaggio, traccia);
  if (invio.esito !== "riprova") return;
  await codeOutbox.comunicazioni.delay(receiptHandle, invio.secondi);
  throw new Error(`${messaggio.id}: non è partito, nuovo tentativo tra ${invio.secondi} secondi`);
});
