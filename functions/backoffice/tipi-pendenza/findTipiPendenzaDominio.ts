/** GET /domini/{idDominio}/tipiPendenza: the debt types of a creditor, a page at a time. */
import { findTipiPendenzaDominio } from "../../../shared/contracts/backoffice/tipi-pendenza.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentTipoPendenzaDominio } from "../../../shared/presenters/backoffice/tipo-pendenza.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findFigli } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { hasDominio } from "../../../shared/usecases/anagrafiche/domini.ts";
import { tipiPendenzaDominio } from "../../../shared/usecases/anagrafiche/tipi-pendenza-dominio.ts";

const find = findFigli(tipiPendenzaDominio, hasDominio)(letturaAnagrafiche);

export const handler = httpOperation(findTipiPendenzaDominio, async ({ params, query, chiamante, url }) => {
  const esito = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante }, params.idDominio);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentTipoPendenzaDominio)) : refuse(esito.errore);
});
