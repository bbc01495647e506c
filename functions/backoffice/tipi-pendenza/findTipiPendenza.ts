/** GET /tipiPendenza: the debt types of the installation, a page at a time. */
import { findTipiPendenza } from "../../../shared/contracts/backoffice/tipi-pendenza.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentTipoPendenza } from "../../../shared/presenters/backoffice/tipo-pendenza.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findTipiPendenza as findPagina } from "../../../shared/usecases/anagrafiche/tipi-pendenza.ts";

const find = findPagina(letturaAnagrafiche);

export const handler = httpOperation(findTipiPendenza, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentTipoPendenza));
});
