/** GET /domini/{idDominio}, v1: a creditor with its units, accounts and incomes. */
import { getDominio } from "../../shared/contracts/pagamento-v1/domini.ts";
import { presentDominioV1 } from "../../shared/presenters/pagamento/dominio-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { getCreditorePortale, joinEntrate } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const get = getCreditorePortale({ anagrafiche });

export const handler = httpOperation(getDominio, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentDominioV1(esito.valore, await joinEntrate(anagrafiche, esito.valore)));
});
