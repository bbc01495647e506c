/** Payments of the creditors in prova: activation and receipt, without anybody to call. */
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { mappaPendenza, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { acceptRicevuta } from "../../usecases/pagamenti/accept-ricevuta.ts";
import { createProva, type PorteProva } from "../../usecases/pagamenti/prova/play-pagamento.ts";
import { composeRicevuta } from "../soap/compose-ricevuta.ts";
import { anagrafiche, clock, ids, wireUnitOfWork } from "./base.ts";
import { codaRicevute } from "./code.ts";
import { documenti } from "./documenti.ts";
import { posizioni } from "./posizioni.ts";

const accept = acceptRicevuta({ coda: codaRicevute, documenti, ids });

const deliver: PorteProva["deliver"] = async (testata, receipt, attesaSecondi) => {
  const busta = composeRicevuta(testata, receipt);
  if (!busta.ok) throw new Error(`ricevuta di prova: ${busta.errore}`);
  await accept({
    ...{ primitiva: "paSendRTV2", provenienza: "PROVA", testata, principal: "prova", busta: busta.valore },
    ...{ ricevutaAlle: clock.now(), durataMillisecondi: 0, attesaSecondi },
  });
};

export const prova = createProva({
  posizioni,
  attivazione: {
    ...{ posizioni, anagrafiche, clock, ids },
    // Its creditor's system was asked when the payment was started.
    attualizza: {
      ofAvviso: async () => ({ esito: "non-prevista", mandatoria: false }),
      ofPendenza: async () => ({ esito: "non-prevista", mandatoria: false }),
    },
    unitOfWork: wireUnitOfWork({ notifica: mappaNotifica, pendenza: mappaPendenza, tentativo: mappaTentativo }),
  },
  deliver,
});
