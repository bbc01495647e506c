/** What speaks with the archives of pagoPA, and remembers how it went. */
import { ArchivioAllineamenti } from "../../adapters/archivio/allineamenti.ts";
import { mappaAllineamento } from "../../adapters/archivio/mappe-gpd.ts";
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { createArchivioGpd } from "../../adapters/http/gpd.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { wireHttp } from "./uscite.ts";

export const porteGpd = {
  anagrafiche,
  allineamenti: new ArchivioAllineamenti(deposito),
  archivio: createArchivioGpd(wireHttp("GPD")),
  unitOfWork: wireUnitOfWork({ allineamento: mappaAllineamento, pendenza: mappaPendenza }),
  clock,
  ids,
};
