/** GET /pendenze/{idA2A}/{idPendenza}/storia: everything that happened to a debt. */
import { getStoriaPendenza } from "../../shared/contracts/pendenze/storia.ts";
import { toOrdine } from "../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentFatto } from "../../shared/presenters/pendenze/storia.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteStoria } from "../../shared/runtime/wiring/storie.ts";
import { getStoria } from "../../shared/usecases/pendenze/get-storia.ts";

const get = getStoria(porteStoria);

export const handler = httpOperation(getStoriaPendenza, async ({ params, query, chiamante, url }) => {
  const richiesta = { ...params, ordine: toOrdine(query.ordinamento), lettore: "applicazione" } as const;
  const esito = await get(richiesta, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentFatto)) : refuse(esito.errore);
});
