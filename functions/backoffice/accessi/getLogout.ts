/** GET /logout: the session of this browser ends, whether or not it was still valid. */
import { getLogout } from "../../../shared/contracts/backoffice/accessi.ts";
import { leave } from "../../../shared/runtime/accessi/leave.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getLogout, leave);
