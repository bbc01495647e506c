/** Search and recovery of the missing receipts. */
import { mappaFascicolo } from "../../adapters/archivio/mappe-fascicolo.ts";
import { mappaPendenza, mappaRendicontazione, mappaRiscossione } from "../../adapters/archivio/mappe-posizione.ts";
import { mappaRecupero } from "../../adapters/archivio/mappe-recupero.ts";
import { ArchivioQuote } from "../../adapters/archivio/quote.ts";
import { ArchivioRecuperi } from "../../adapters/archivio/recuperi.ts";
import { createBizEvents } from "../../adapters/http/biz-events.ts";
import { composeRicevuta } from "../soap/compose-ricevuta.ts";
import { accept } from "./accettazione-ricevute.ts";
import { clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";
import { wireHttp } from "./uscite.ts";

const { anagrafiche, posizioni, rendicontazioni } = porteRendicontazioni;

export const porteRecupero = {
  anagrafiche,
  posizioni,
  rendicontazioni,
  recuperi: new ArchivioRecuperi(deposito),
  quote: new ArchivioQuote(deposito, clock),
  pagopa: createBizEvents(wireHttp("BizEvents")),
  unitOfWork: wireUnitOfWork({
    fascicolo: mappaFascicolo,
    pendenza: mappaPendenza,
    recupero: mappaRecupero,
    rendicontazione: mappaRendicontazione,
    riscossione: mappaRiscossione,
  }),
  compose: composeRicevuta,
  accept,
  clock,
  ids,
};
