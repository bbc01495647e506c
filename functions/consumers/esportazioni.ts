/** Queue `esportazioni`: each message makes the file of a list. */
import { MessaggioEsportazione } from "../../shared/contracts/messaggi.ts";
import { codaEsportazioni } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteEsportazione } from "../../shared/runtime/wiring/esportazioni-scrittura.ts";
import { elaborateEsportazione } from "../../shared/usecases/esportazioni/elaborate-esportazione.ts";

const elaborate = elaborateEsportazione(porteEsportazione);

export const handler = queueConsumer(codaEsportazioni, MessaggioEsportazione, ({ messaggio, traccia }) => elaborate(messaggio, traccia));
