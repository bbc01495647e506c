/** GET /pendenze/{idA2A}/{idPendenza}/storia: who changed a debt, when, and in which fields. */
import { getStoriaPendenza } from "../../../shared/contracts/backoffice/pendenze.ts";
import { toOrdine } from "../../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { presentVoceStoria } from "../../../shared/presenters/pendenze/storia.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { getStoria } from "../../../shared/usecases/pendenze/get-storia.ts";

const get = getStoria(porteLettura);

export const handler = httpOperation(getStoriaPendenza, async ({ params, query, chiamante, url }) => {
  const esito = await get({ ...params, ordine: toOrdine(query.ordinamento) }, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentVoceStoria)) : refuse(esito.errore);
});
