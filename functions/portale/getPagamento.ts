/** GET /pagamenti/{id}: how a payment went. */
import { getPagamento } from "../../shared/contracts/portale/pagamenti.ts";
import { presentPagamento } from "../../shared/presenters/pagamento/pagamento.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { createGetPagamento } from "../../shared/usecases/pagamenti/get-pagamento.ts";

const get = createGetPagamento({ posizioni });

export const handler = httpOperation(getPagamento, async ({ params, chiamante, cookies }) => {
  const esito = await get(params.id, withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPagamento(esito.valore)) : refuse(esito.errore);
});
