/** Activation of a payment: reads the debt, writes the attempt. */
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { mappaPendenza, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import type { PorteAttivazione } from "../../usecases/pagamenti/activate-pagamento.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const attivazioni: PorteAttivazione = {
  posizioni: new ArchivioPosizioni(deposito),
  anagrafiche,
  clock,
  attualizza,
  ids,
  unitOfWork: wireUnitOfWork({ notifica: mappaNotifica, pendenza: mappaPendenza, tentativo: mappaTentativo }),
};
