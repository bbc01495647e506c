/** POST /pagamenti: from 1..5 debts to the page where the citizen pays them. */
import { addPagamento } from "../../shared/contracts/pagamento/nuovo-pagamento.ts";
import { replyAvvioPagamento } from "../../shared/runtime/http/avvio-pagamento.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(addPagamento, (richiesta) => replyAvvioPagamento(richiesta, "pagamento"));

export const handler = withVersioni(v2, {
  "pagamento-v1": () => import("../pagamento-v1/addPagamento.ts"),
  portale: () => import("../portale/addPagamento.ts"),
});
