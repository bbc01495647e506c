/** GET /domini/{idDominio} of the Portal API: what is public of a creditor. */
import { getDominio } from "../../shared/contracts/cittadino/enti.ts";
import { presentDominioPortale } from "../../shared/presenters/pagamento/dominio.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { getCreditorePortale } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const get = getCreditorePortale({ anagrafiche });

export const handler = httpOperation(getDominio, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  return esito.ok ? reply(200, presentDominioPortale(esito.valore.dominio)) : refuse(esito.errore);
});
