/** Maps of everything filed under a payment code. */
import { mappaFascicolo } from "../../../shared/adapters/archivio/mappe-fascicolo.ts";
import { mappaNotifica } from "../../../shared/adapters/archivio/mappe-notifica.ts";
import {
  mappaPagamento,
  mappaPendenza,
  mappaRendicontazione,
  mappaRicevuta,
  mappaRiscossione,
  mappaTentativo,
} from "../../../shared/adapters/archivio/mappe-posizione.ts";

export const mappePosizione = {
  fascicolo: mappaFascicolo,
  notifica: mappaNotifica,
  pagamento: mappaPagamento,
  pendenza: mappaPendenza,
  rendicontazione: mappaRendicontazione,
  ricevuta: mappaRicevuta,
  riscossione: mappaRiscossione,
  tentativo: mappaTentativo,
} as const;
