/** Writes of roles, operators and credentials, which may wait for a second person. */

import { mappeDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappaApprovazione } from "../../adapters/archivio/mappe-cambio.ts";
import { config } from "../config/config.ts";
import { scritturaAnagrafiche } from "./anagrafiche.ts";
import { clock, ids, wireUnitOfWork } from "./base.ts";

export const scritturaDiritti = {
  ...scritturaAnagrafiche,
  clock,
  ids,
  unitOfWork: wireUnitOfWork({ ...mappeDiBase, approvazione: mappaApprovazione }),
  quattroOcchi: config.quattroOcchi,
};
