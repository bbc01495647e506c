/** The nightly comparison with the archives of pagoPA. */

import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappaAllineamento, mappaVerificaGpd } from "../../adapters/archivio/mappe-gpd.ts";
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { deposito, wireUnitOfWork } from "./base.ts";
import { porteGpd } from "./gpd.ts";

export const porteVerificaGpd = {
  ...porteGpd,
  registro: createRegistroDiBase(deposito),
  unitOfWork: wireUnitOfWork({ allineamento: mappaAllineamento, pendenza: mappaPendenza, verificaGpd: mappaVerificaGpd }),
};
