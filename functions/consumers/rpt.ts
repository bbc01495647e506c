/** Queue `rpt`: each message is a legacy attempt whose RPT has to reach the Node. */
import { MessaggioRpt } from "../../shared/contracts/messaggi.ts";
import { codaRpt } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteInvioRpt } from "../../shared/runtime/wiring/rpt.ts";
import { createSendRpt } from "../../shared/usecases/storico/send-rpt.ts";

const send = createSendRpt(porteInvioRpt);

export const handler = queueConsumer(codaRpt, MessaggioRpt, ({ messaggio, traccia }) => send(messaggio, traccia));
