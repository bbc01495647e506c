/** POST /pagamenti: from 1..5 positions to the page where they are paid. */
import { addPagamento } from "../../shared/contracts/portale/pagamenti.ts";
import { replyAvvioPagamento } from "../../shared/runtime/http/avvio-pagamento.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(addPagamento, (richiesta) => replyAvvioPagamento(richiesta, "portale"));
