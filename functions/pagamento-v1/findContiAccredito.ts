/** GET /domini/{idDominio}/contiAccredito, v1: the accounts of a creditor. */
import { findContiAccredito } from "../../shared/contracts/pagamento-v1/conti-entrate.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentContoV1 } from "../../shared/presenters/pagamento/conti-entrate-v1.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { anagrafiche } from "../../shared/runtime/wiring/base.ts";
import { findContiPortale } from "../../shared/usecases/anagrafiche/creditore-portale.ts";

const find = findContiPortale({ anagrafiche });

export const handler = httpOperation(findContiAccredito, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaElenco(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const pagina = query.abilitato === false ? { elementi: [], totale: 0 } : esito.valore;
  return reply(200, presentElenco(pagina, query, url, presentContoV1));
});
