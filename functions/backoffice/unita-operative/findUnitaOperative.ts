/** GET /domini/{idDominio}/unitaOperative: the operating units of a creditor, a page at a time. */
import { findUnitaOperative } from "../../../shared/contracts/backoffice/unita-operative.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentUnitaOperativa } from "../../../shared/presenters/backoffice/unita-operativa.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findFigli } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { hasDominio } from "../../../shared/usecases/anagrafiche/domini.ts";
import { unitaOperative } from "../../../shared/usecases/anagrafiche/unita-operative.ts";

const find = findFigli(unitaOperative, hasDominio)(letturaAnagrafiche);

export const handler = httpOperation(findUnitaOperative, async ({ params, query, chiamante, url }) => {
  const esito = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante }, params.idDominio);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentUnitaOperativa)) : refuse(esito.errore);
});
