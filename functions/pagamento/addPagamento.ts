/** POST /pagamenti: from 1..5 debts to the page where the citizen pays them. */
import { API_BASE } from "../../shared/contracts/operation.ts";
import { addPagamento } from "../../shared/contracts/pagamento/pagamenti.ts";
import { toRichiestaPagamento } from "../../shared/presenters/pagamento/nuovo-pagamento.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { wireStartPagamento } from "../../shared/runtime/wiring/pagamenti.ts";
import { createStartPagamento } from "../../shared/usecases/pagamenti/start-pagamento.ts";

const start = createStartPagamento(wireStartPagamento());

export const handler = httpOperation(addPagamento, async ({ body, query, chiamante, traccia }) => {
  const esito = await start(toRichiestaPagamento(body, query), chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { id, redirect } = esito.valore;
  const location = `${API_BASE.pagamento}/pagamenti/${id}`;
  return reply(201, { id, location, redirect, idSession: id }, { location });
});
