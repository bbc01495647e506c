/** Queue `esportazioni`: each message makes the file of a list, or of a layout towards accounting. */
import { MessaggioEsportazione } from "../../shared/contracts/messaggi.ts";
import { codaEsportazioni } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteEsportazione, porteTracciato } from "../../shared/runtime/wiring/esportazioni-scrittura.ts";
import { elaborateTracciato } from "../../shared/usecases/contabilita/elaborate-tracciato.ts";
import { elaborateEsportazione } from "../../shared/usecases/esportazioni/elaborate-esportazione.ts";

const elaborate = elaborateEsportazione(porteEsportazione);
const elaborateContabile = elaborateTracciato(porteTracciato);

export const handler = queueConsumer(codaEsportazioni, MessaggioEsportazione, ({ messaggio: { id, tracciatoContabile }, traccia }) =>
  tracciatoContabile === undefined ? elaborate({ id }, traccia) : elaborateContabile({ idDominio: tracciatoContabile, id }),
);
