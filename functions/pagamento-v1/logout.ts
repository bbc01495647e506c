/** GET /logout, v1: the end of the session. */
import { logout } from "../../shared/contracts/pagamento-v1/logout.ts";
import { leaveCittadino } from "../../shared/runtime/accessi/enter-cittadino.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(logout, async (browser) => reply(200, undefined, await leaveCittadino(browser)));
