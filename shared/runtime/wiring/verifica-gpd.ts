/** The nightly comparison with the archives of pagoPA. */
import { mappaAllineamento, mappaVerificaGpd } from "../../adapters/archivio/mappe-gpd.ts";
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { deposito, wireUnitOfWork } from "./base.ts";
import { porteGpd } from "./gpd.ts";

export const porteVerificaGpd = {
  ...porteGpd,
  registro: new ArchivioRegistro(deposito),
  unitOfWork: wireUnitOfWork({ allineamento: mappaAllineamento, pendenza: mappaPendenza, verificaGpd: mappaVerificaGpd }),
};
