/** Queue `riconciliazioni`: each message takes a treasury movement one stage further. */
import { MessaggioRiconciliazione } from "../../shared/contracts/messaggi.ts";
import { codaRiconciliazioni } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteRiconciliazioni } from "../../shared/runtime/wiring/riconciliazioni.ts";
import { elaborateRiconciliazione } from "../../shared/usecases/riconciliazioni/elaborate-riconciliazione.ts";

const elaborate = elaborateRiconciliazione(porteRiconciliazioni);

export const handler = queueConsumer(codaRiconciliazioni, MessaggioRiconciliazione, ({ messaggio, traccia }) =>
  elaborate(messaggio, traccia),
);
