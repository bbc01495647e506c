/** The daily look at pagoPA's Backoffice. */
import { mappaControllo } from "../../adapters/archivio/mappe-anagrafiche.ts";
import { createBackofficeEc } from "../../adapters/http/backoffice-ec.ts";
import { letturaAnagrafiche } from "./anagrafiche.ts";
import { clock, wireUnitOfWork } from "./base.ts";
import { posizioni } from "./posizioni.ts";
import { wireHttp } from "./uscite.ts";

export const porteControlli = {
  ...letturaAnagrafiche,
  posizioni,
  backofficeEc: createBackofficeEc(wireHttp("BackofficeEC")),
  unitOfWork: wireUnitOfWork({ controllo: mappaControllo }),
  clock,
};
