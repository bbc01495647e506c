/** What a person does to a reconciliation: undo it, have it tried again. */
import { ArchivioAbbinamenti } from "../../adapters/archivio/abbinamenti.ts";
import { mappaAbbinamento, mappaRegola } from "../../adapters/archivio/mappe-abbinamento.ts";
import { mappaRiconciliazione, mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { unlinkRiconciliazione } from "../../usecases/abbinamenti/regole.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const porteAzioniRiconciliazione = {
  anagrafiche,
  rendicontazioni: new ArchivioRendicontazioni(deposito),
  unitOfWork: wireUnitOfWork({
    riconciliazione: mappaRiconciliazione,
    unicita: mappaUnicita,
    abbinamento: mappaAbbinamento,
    regola: mappaRegola,
  }),
  clock,
  unlink: unlinkRiconciliazione({ abbinamenti: new ArchivioAbbinamenti(deposito), clock, ids }),
};
