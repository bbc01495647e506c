/** Queue `riscontri`: evidence of the money has arrived, and what explains the movements is worked out again. */
import { MessaggioRiscontri } from "../../shared/contracts/messaggi.ts";
import { codaRiscontri } from "../../shared/contracts/queues.ts";
import { queueConsumer } from "../../shared/runtime/queue-consumer.ts";
import { porteAbbinamenti } from "../../shared/runtime/wiring/riscontri.ts";
import { impostazioniDi } from "../../shared/usecases/abbinamenti/impostazioni.ts";
import { recomputeRiscontri } from "../../shared/usecases/abbinamenti/recompute-riscontri.ts";

const recompute = recomputeRiscontri(porteAbbinamenti, impostazioniDi(porteAbbinamenti.abbinamenti));

export const handler = queueConsumer(codaRiscontri, MessaggioRiscontri, ({ messaggio, traccia }) => recompute(messaggio, traccia));
