/** Anomalies as work items: reads, what people do, routing rules. */
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { mappeAnomalie, mappeInstradamento } from "../../adapters/archivio/mappe-anomalia.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const porteAnomalie = {
  anagrafiche,
  anomalie: new ArchivioAnomalie(deposito),
  unitOfWork: wireUnitOfWork({ ...mappeAnomalie, ...mappeInstradamento }),
  clock,
  ids,
};
