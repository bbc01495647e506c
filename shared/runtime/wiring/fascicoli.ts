/** Files on money to decide about: reads and decisions. */
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { ArchivioFascicoli } from "../../adapters/archivio/fascicoli.ts";
import { mappaApprovazione } from "../../adapters/archivio/mappe-cambio.ts";
import { mappaFascicolo } from "../../adapters/archivio/mappe-fascicolo.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const porteFascicoli = {
  anagrafiche,
  fascicoli: new ArchivioFascicoli(deposito),
  anomalie: new ArchivioAnomalie(deposito),
  unitOfWork: wireUnitOfWork({ fascicolo: mappaFascicolo, approvazione: mappaApprovazione }),
  clock,
  ids,
};
