/** Queue `flussi`: each message is a page of a settlement flow to download and match. */
import { MessaggioFlusso } from "../../shared/contracts/messaggi.ts";
import { codaFlussi } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { portePagine } from "../../shared/runtime/wiring/acquisizione-pagine.ts";
import { acquirePagina } from "../../shared/usecases/rendicontazioni/acquire-pagina.ts";

const acquire = acquirePagina(portePagine);

export const handler = queueConsumer(codaFlussi, MessaggioFlusso, ({ messaggio, traccia }) => acquire(messaggio, traccia));
