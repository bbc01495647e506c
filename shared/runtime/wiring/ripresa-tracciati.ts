/** Batches that waited for a second person longer than they could. */
import { ArchivioApprovazioni } from "../../adapters/archivio/cambi.ts";
import { mappaTracciato } from "../../adapters/archivio/mappe-tracciato.ts";
import { deposito, wireUnitOfWork } from "./base.ts";
import { porteTracciati } from "./letture-tracciati.ts";

export const porteRipresa = {
  ...porteTracciati,
  approvazioni: new ArchivioApprovazioni(deposito),
  unitOfWork: wireUnitOfWork({ tracciato: mappaTracciato }),
};
