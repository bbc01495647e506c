/** Recomputation of the matching. */
import { ArchivioAbbinamenti } from "../../adapters/archivio/abbinamenti.ts";
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import { mappaAbbinamento, mappaProposta, mappaRiscontroFlusso } from "../../adapters/archivio/mappe-abbinamento.ts";
import { mappeAnomalie } from "../../adapters/archivio/mappe-anomalia.ts";
import { mappaFlusso, mappaRiconciliazione, mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { ArchivioProve } from "../../adapters/archivio/prove.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";

export const porteAbbinamenti = {
  abbinamenti: new ArchivioAbbinamenti(deposito),
  anomalie: new ArchivioAnomalie(deposito),
  prove: new ArchivioProve(deposito),
  posizioni,
  rendicontazioni: new ArchivioRendicontazioni(deposito),
  tesoreria: new ArchivioTesoreria(deposito),
  unitOfWork: wireUnitOfWork({
    abbinamento: mappaAbbinamento,
    proposta: mappaProposta,
    riscontroFlusso: mappaRiscontroFlusso,
    riconciliazione: mappaRiconciliazione,
    unicita: mappaUnicita,
    flusso: mappaFlusso,
    ...mappeAnomalie,
  }),
  clock,
  ids,
};
