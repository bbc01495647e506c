/** Registration and matching of treasury movements. */
import { mappaFascicolo } from "../../adapters/archivio/mappe-fascicolo.ts";
import { mappaPendenza, mappaRendicontazione, mappaRiscossione } from "../../adapters/archivio/mappe-posizione.ts";
import { mappaFlusso, mappaRiconciliazione, mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { clock, ids, wireUnitOfWork } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";

export const porteRiconciliazioni = {
  ...porteRendicontazioni,
  unitOfWork: wireUnitOfWork({
    riconciliazione: mappaRiconciliazione,
    unicita: mappaUnicita,
    flusso: mappaFlusso,
    riscossione: mappaRiscossione,
    fascicolo: mappaFascicolo,
    pendenza: mappaPendenza,
    rendicontazione: mappaRendicontazione,
  }),
  clock,
  ids,
};
