/** Queue `importazioni`: each message takes the import of a document of the registry further, as many stages as the time allows. */
import { MessaggioImportazione } from "../../shared/contracts/messaggi.ts";
import { codaImportazioni } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteImportazione } from "../../shared/runtime/wiring/installazione-scrittura.ts";
import { elaborateImportazione } from "../../shared/usecases/installazione/elaborate-importazione.ts";

const elaborate = elaborateImportazione(porteImportazione);

export const handler = queueConsumer(codaImportazioni, MessaggioImportazione, ({ messaggio, traccia }) => elaborate(messaggio, traccia));
