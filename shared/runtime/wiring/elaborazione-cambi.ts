/** The worker of the replacements of accounts. */
import { mappaConto, mappaEntrataDominio } from "../../adapters/archivio/mappe-anagrafiche.ts";
import { mappaCambio } from "../../adapters/archivio/mappe-cambio.ts";
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { ids, wireUnitOfWork } from "./base.ts";
import { lettureCambi } from "./cambi.ts";

export const porteElaborazioneCambi = {
  ...lettureCambi,
  ids,
  unitOfWork: wireUnitOfWork({
    cambioIban: mappaCambio,
    pendenza: mappaPendenza,
    entrataDominio: mappaEntrataDominio,
    conto: mappaConto,
  }),
};
