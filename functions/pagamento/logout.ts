/** GET /logout: the end of the session. */
import { logout } from "../../shared/contracts/pagamento/logout.ts";
import { leaveCittadino } from "../../shared/runtime/accessi/enter-cittadino.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(logout, async (browser) => reply(200, undefined, await leaveCittadino(browser)));

export const handler = withVersioni(v2, {
  "pagamento-v3": () => import("../pagamento-v3/logout.ts"),
  "pagamento-v1": () => import("../pagamento-v1/logout.ts"),
});
