/** GET /pagamenti/byIdSession/{idSession}: the session of the gateway is the payment itself. */
import { getPagamentoByIdSession } from "../../shared/contracts/pagamento/pagamenti.ts";
import { presentPagamento } from "../../shared/presenters/pagamento/pagamento.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { createGetPagamento } from "../../shared/usecases/pagamenti/get-pagamento.ts";

const get = createGetPagamento({ posizioni });

export const handler = httpOperation(getPagamentoByIdSession, async ({ params, chiamante }) => {
  const esito = await get(params.idSession, chiamante);
  return esito.ok ? reply(200, presentPagamento(esito.valore)) : refuse(esito.errore);
});
