/** GET /operatori: the operators, a page at a time. */
import { findOperatori } from "../../../shared/contracts/backoffice/operatori.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentOperatoreIndex } from "../../../shared/presenters/backoffice/operatore.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findVoci } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { operatori } from "../../../shared/usecases/anagrafiche/utenze.ts";

const find = findVoci(operatori)(letturaAnagrafiche);

export const handler = httpOperation(findOperatori, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentOperatoreIndex));
});
