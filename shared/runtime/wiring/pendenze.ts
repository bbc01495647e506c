/** Writing of debts: store, counters of the notice numbers, unit of work. */
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { ArchivioProgressivi } from "../../adapters/archivio/progressivi.ts";
import { deposito, ids, wireUnitOfWork } from "./base.ts";
import { porteLettura } from "./letture-pendenze.ts";

export const porteScrittura = {
  ...porteLettura,
  progressivi: new ArchivioProgressivi(deposito),
  unitOfWork: wireUnitOfWork({ pendenza: mappaPendenza }),
  ids,
};
