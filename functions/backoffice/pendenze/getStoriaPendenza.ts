/** GET /pendenze/{idA2A}/{idPendenza}/storia: everything that happened to a debt, whole or as the helpdesk may see it. */
import { getStoriaPendenza } from "../../../shared/contracts/backoffice/storia.ts";
import { toOrdine } from "../../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { presentFatto } from "../../../shared/presenters/pendenze/storia.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteStoriaConAnomalie } from "../../../shared/runtime/wiring/storie-con-anomalie.ts";
import { getStoria, lettoreOperatore } from "../../../shared/usecases/pendenze/get-storia.ts";

const get = getStoria(porteStoriaConAnomalie);

export const handler = httpOperation(getStoriaPendenza, async ({ params, query, chiamante, url }) => {
  const lettore = lettoreOperatore(chiamante, query.vista);
  const richiesta = { ...params, ordine: toOrdine(query.ordinamento), lettore, anomalie: query.anomalie };
  const esito = await get(richiesta, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentFatto)) : refuse(esito.errore);
});
