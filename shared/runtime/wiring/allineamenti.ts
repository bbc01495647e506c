/** What operators see of pagoPA's archives, and the one thing they may ask. */
import { ArchivioAllineamenti } from "../../adapters/archivio/allineamenti.ts";
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappaAllineamento } from "../../adapters/archivio/mappe-gpd.ts";
import { anagrafiche, deposito, wireUnitOfWork } from "./base.ts";

export const porteAllineamenti = {
  anagrafiche,
  registro: createRegistroDiBase(deposito),
  allineamenti: new ArchivioAllineamenti(deposito),
  unitOfWork: wireUnitOfWork({ allineamento: mappaAllineamento }),
};
