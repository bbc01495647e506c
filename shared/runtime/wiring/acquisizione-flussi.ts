/** The acquisition of flows from FdR-3, or from FdR-1 where the station is of the legacy family. */
import { mappaRecupero } from "../../adapters/archivio/mappe-recupero.ts";
import { mappaFlusso, mappaSegnalibro, mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { createFdr } from "../../adapters/http/fdr.ts";
import { createFdrPerProtocollo, createFdrStorico } from "../../adapters/nodo-storico/fdr-storico.ts";
import { clock, wireUnitOfWork } from "./base.ts";
import { clientSoap } from "./nodo-storico.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";
import { wireHttp } from "./uscite.ts";

export const porteAcquisizione = {
  ...porteRendicontazioni,
  fdr: createFdrPerProtocollo(createFdr(wireHttp("FdR")), createFdrStorico(clientSoap, clock)),
  unitOfWork: wireUnitOfWork({ flusso: mappaFlusso, recupero: mappaRecupero, segnalibro: mappaSegnalibro, unicita: mappaUnicita }),
  clock,
};
