/** GET /domini/{idDominio}/entrate: the income codes of a creditor, a page at a time. */
import { findEntrateDominio } from "../../../shared/contracts/backoffice/entrate.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentEntrataDominio } from "../../../shared/presenters/backoffice/entrata.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findFigli } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { hasDominio } from "../../../shared/usecases/anagrafiche/domini.ts";
import { entrateDominio } from "../../../shared/usecases/anagrafiche/entrate-dominio.ts";

const find = findFigli(entrateDominio, hasDominio)(letturaAnagrafiche);

export const handler = httpOperation(findEntrateDominio, async ({ params, query, chiamante, url }) => {
  const esito = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante }, params.idDominio);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentEntrataDominio)) : refuse(esito.errore);
});
