/** PATCH /pagamenti/{id}: an operator has examined a payment, or notes something of it. */
import { updatePagamento } from "../../../shared/contracts/backoffice/pagamenti.ts";
import { presentPagamento, toVariazionePagamento } from "../../../shared/presenters/backoffice/pagamento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteVariazionePagamento } from "../../../shared/runtime/wiring/pagamenti-operatore.ts";
import { updatePagamentoOperatore } from "../../../shared/usecases/pagamenti/pagamenti-operatore.ts";

const update = updatePagamentoOperatore(porteVariazionePagamento);

export const handler = httpOperation(updatePagamento, async ({ params, body, chiamante, traccia }) => {
  const esito = await update(params.id, body.map(toVariazionePagamento), chiamante, traccia);
  return esito.ok ? reply(200, presentPagamento(esito.valore)) : refuse(esito.errore);
});
