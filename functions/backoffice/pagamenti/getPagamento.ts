/** GET /pagamenti/{id}: one portal payment, with the attempts that came of it. */
import { getPagamento } from "../../../shared/contracts/backoffice/pagamenti.ts";
import { presentPagamento } from "../../../shared/presenters/backoffice/pagamento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { getPagamentoOperatore } from "../../../shared/usecases/pagamenti/pagamenti-operatore.ts";

const get = getPagamentoOperatore(porteLettura);

export const handler = httpOperation(getPagamento, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentPagamento(esito.valore)) : refuse(esito.errore);
});
