/** GET /domini/{idDominio}/contiAccredito: the accounts of a creditor, a page at a time. */
import { findContiAccredito } from "../../../shared/contracts/backoffice/conti-accredito.ts";
import { presentContoAccredito } from "../../../shared/presenters/backoffice/conto-accredito.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findFigli } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { contiAccredito } from "../../../shared/usecases/anagrafiche/conti-accredito.ts";
import { hasDominio } from "../../../shared/usecases/anagrafiche/domini.ts";

const find = findFigli(contiAccredito, hasDominio)(letturaAnagrafiche);

export const handler = httpOperation(findContiAccredito, async ({ params, query, chiamante, url }) => {
  const esito = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante }, params.idDominio);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentContoAccredito)) : refuse(esito.errore);
});
