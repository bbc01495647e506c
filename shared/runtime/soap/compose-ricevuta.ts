/** A receipt put in the envelope of paSendRTV2 and read back with the reader of the Node's own: what does not pass would end in the dead-letter queue. */
import { paSendRTV2 } from "../../contracts/pagopa/primitive.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RicevutaNodo, Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { presentConsegnaRicevuta } from "../../presenters/pagopa/ricevuta.ts";
import { openBusta } from "./envelope.ts";
import { readRichiesta } from "./pa-for-node-parse.ts";

/** The envelope, or what the schema does not allow in it (Italian sentence). */
export function composeRicevuta(testata: Testata, receipt: RicevutaNodo): Esito<string> {
  const busta = presentConsegnaRicevuta(testata, receipt);
  const radice = openBusta(busta, paSendRTV2.limiti.bodyKilobytes);
  if (!radice.ok) return radice;
  const letta = readRichiesta("paSendRTV2", radice.valore);
  if (!letta.ok) return ko(letta.errore.description);
  const diverso = letta.valore.receipt.paymentAmount !== receipt.paymentAmount;
  return diverso ? ko("l'importo non è quello ricevuto") : ok(busta);
}
