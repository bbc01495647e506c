/** Summaries of the anomalies of each queue. */
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { mappeRiepilogo } from "../../adapters/archivio/mappe-anomalia.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";

export const porteRiepiloghi = {
  anomalie: new ArchivioAnomalie(deposito),
  unitOfWork: wireUnitOfWork(mappeRiepilogo),
  clock,
};
