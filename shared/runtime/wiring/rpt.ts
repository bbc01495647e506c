/** The sending of the RPT of the legacy family. */
import { mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { presentRpt } from "../../presenters/storico/rpt.ts";
import { anagrafiche, wireUnitOfWork } from "./base.ts";
import { nodoStorico } from "./nodo-storico.ts";
import { posizioni } from "./posizioni.ts";

export const porteInvioRpt = {
  posizioni,
  anagrafiche,
  nodoStorico,
  presentRpt,
  unitOfWork: wireUnitOfWork({ tentativo: mappaTentativo }),
};
