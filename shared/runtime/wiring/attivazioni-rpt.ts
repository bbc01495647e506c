/** Activation of the legacy family: reads the payment code, writes the attempt and the order to send its RPT. */
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import { mappaPendenza, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { activateRpt } from "../../usecases/pagamenti/storico/activate-rpt.ts";
import { attualizza } from "./attualizzazione.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const activate = activateRpt({
  posizioni: new ArchivioPosizioni(deposito),
  anagrafiche,
  clock,
  attualizza,
  ids,
  unitOfWork: wireUnitOfWork({ notifica: mappaNotifica, pendenza: mappaPendenza, tentativo: mappaTentativo }),
});
