/** GET /enumerazioni/serviziACL: the services on which rights are granted. */

import { findEnumerazioniServiziACL } from "../../../shared/contracts/backoffice/enumerazioni.ts";
import { SERVIZI_ACL } from "../../../shared/contracts/operation.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";

export const handler = httpOperation(findEnumerazioniServiziACL, async () => reply(200, [...SERVIZI_ACL]));
