/** Writes of roles, operators and credentials, which may wait for a second person. */
import { mappaApprovazione } from "../../adapters/archivio/mappe-cambio.ts";
import { mappeAnagrafiche } from "../../adapters/archivio/registro.ts";
import { config } from "../config/config.ts";
import { scritturaAnagrafiche } from "./anagrafiche.ts";
import { clock, ids, wireUnitOfWork } from "./base.ts";

export const scritturaDiritti = {
  ...scritturaAnagrafiche,
  clock,
  ids,
  unitOfWork: wireUnitOfWork({ ...mappeAnagrafiche, approvazione: mappaApprovazione }),
  quattroOcchi: config.quattroOcchi,
};
