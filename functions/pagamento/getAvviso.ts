/** GET /avvisi/{idDominio}/{numeroAvviso}: the notice as data or printed, for who shows to know the debtor when it says so. */
import { getAvviso } from "../../shared/contracts/pagamento/avvisi.ts";
import { presentAvviso } from "../../shared/presenters/pendenze/avviso.ts";
import { replyAvviso } from "../../shared/runtime/http/avviso-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(getAvviso, (richiesta) => replyAvviso(richiesta, presentAvviso));

export const handler = withVersioni(v2, {
  "pagamento-v1": () => import("../pagamento-v1/getAvviso.ts"),
  cittadino: () => import("../cittadino/getAvviso.ts"),
  portale: () => import("../portale/getAvviso.ts"),
});
