/** POST /pagamenti, v1: from 1..5 debts to the page where the citizen pays them. */
import { addPagamento } from "../../shared/contracts/pagamento-v1/nuovo-pagamento.ts";
import { replyAvvioPagamento } from "../../shared/runtime/http/avvio-pagamento.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(addPagamento, (richiesta) => replyAvvioPagamento(richiesta, "pagamento-v1"));
