/** Queue `notifiche`: each message is something to deliver to the creditor's system, now or after a wait that grows. */
import { MessaggioNotifica } from "../../shared/contracts/messaggi.ts";
import { codaNotifiche } from "../../shared/contracts/queues.ts";
import { presentNotificaPagamento } from "../../shared/presenters/ente-v1/notifica-pagamento.ts";
import { presentRpt } from "../../shared/presenters/pagopa/rpt.ts";
import { presentFlussoRiversamento } from "../../shared/presenters/riconciliazione/flusso-riversamento.ts";
import { presentRiepilogo } from "../../shared/presenters/riconciliazione/instradamento.ts";
import { presentNuovaRendicontazione } from "../../shared/presenters/riconciliazione/nuova-rendicontazione.ts";
import { presentRicevuta } from "../../shared/presenters/riconciliazione/ricevuta.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { codeOutbox } from "../../shared/runtime/wiring/code.ts";
import { porteNotifiche } from "../../shared/runtime/wiring/notifiche.ts";
import { createDeliverUscita } from "../../shared/usecases/notifiche/deliver-uscita.ts";

const deliver = createDeliverUscita({
  ...{ ...porteNotifiche, presentRicevuta, presentRiepilogo, presentRpt, presentPagamento: presentNotificaPagamento },
  ...{ presentRiga: presentNuovaRendicontazione, presentXml: presentFlussoRiversamento },
});

export const handler = queueConsumer(codaNotifiche, MessaggioNotifica, async ({ messaggio, receiptHandle, traccia }) => {
  const consegna = await deliver(messaggio, traccia);
  if (consegna.esito !== "riprova") return;
  await codeOutbox.notifiche.delay(receiptHandle, consegna.secondi);
  throw new Error(`${messaggio.tipo}: l'ente non l'ha presa, nuovo tentativo tra ${consegna.secondi} secondi`);
});
