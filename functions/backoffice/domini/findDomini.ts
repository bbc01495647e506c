/** GET /domini: the creditors of the caller, a page at a time. */
import { findDomini } from "../../../shared/contracts/backoffice/domini.ts";
import { presentDominioIndex } from "../../../shared/presenters/backoffice/dominio.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findDomini as findPagina } from "../../../shared/usecases/anagrafiche/find-domini.ts";

const find = findPagina(letturaAnagrafiche);

export const handler = httpOperation(findDomini, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentDominioIndex));
});
