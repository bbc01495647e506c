/** GET /pendenze/{idA2A}/{idPendenza}/storia: what happened to a debt, in the words of who pays it. */
import { getStoriaPendenza } from "../../shared/contracts/pagamento/storia.ts";
import { toOrdine } from "../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentFattoCittadino } from "../../shared/presenters/pagamento/storia.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteStoria } from "../../shared/runtime/wiring/storie.ts";
import { getStoria } from "../../shared/usecases/pendenze/get-storia.ts";

const get = getStoria(porteStoria);

export const handler = httpOperation(getStoriaPendenza, async ({ params, query, chiamante, cookies, url }) => {
  const richiesta = { ...params, ordine: toOrdine(query.ordinamento), lettore: "cittadino" } as const;
  const esito = await get(richiesta, toRichiestaPagina(query), withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentFattoCittadino(query.lingua))) : refuse(esito.errore);
});
