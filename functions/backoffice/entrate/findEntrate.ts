/** GET /entrate: the income codes of the installation, a page at a time. */
import { findEntrate } from "../../../shared/contracts/backoffice/entrate.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentEntrata } from "../../../shared/presenters/backoffice/entrata.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findVoci } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { entrate } from "../../../shared/usecases/anagrafiche/entrate.ts";

const find = findVoci(entrate)(letturaAnagrafiche);

export const handler = httpOperation(findEntrate, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentEntrata));
});
