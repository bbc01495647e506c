/** GET /domini/{idDominio}/entrate, v1: the incomes of a creditor. */
import { findEntrate } from "../../shared/contracts/pagamento-v1/conti-entrate.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentEntrataV1 } from "../../shared/presenters/pagamento/conti-entrate-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { findEntratePortale } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = findEntratePortale({ anagrafiche });

export const handler = httpOperation(findEntrate, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaElenco(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const pagina = query.abilitato === false ? { elementi: [], totale: 0 } : esito.valore;
  return reply(200, presentElenco(pagina, query, url, presentEntrataV1));
});
