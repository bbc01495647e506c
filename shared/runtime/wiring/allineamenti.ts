/** What operators see of pagoPA's archives, and the one thing they may ask. */
import { ArchivioAllineamenti } from "../../adapters/archivio/allineamenti.ts";
import { mappaAllineamento } from "../../adapters/archivio/mappe-gpd.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { anagrafiche, deposito, wireUnitOfWork } from "./base.ts";

export const porteAllineamenti = {
  anagrafiche,
  registro: new ArchivioRegistro(deposito),
  allineamenti: new ArchivioAllineamenti(deposito),
  unitOfWork: wireUnitOfWork({ allineamento: mappaAllineamento }),
};
