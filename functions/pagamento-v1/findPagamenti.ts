/** GET /pagamenti, v1: the payments that the caller started, or paid. */
import { findPagamenti } from "../../shared/contracts/pagamento-v1/pagamenti.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriPagamentiV1 } from "../../shared/presenters/pagamento/filtri.ts";
import { presentPagamentoIndex } from "../../shared/presenters/pagamento/pagamento.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { createFindPagamenti } from "../../shared/usecases/pagamenti/find-pagamenti.ts";

const find = createFindPagamenti({ posizioni });

export const handler = httpOperation(findPagamenti, async ({ query, chiamante, cookies, url }) => {
  const pagina = await find(toFiltriPagamentiV1(query), toRichiestaPagina(query), withSessione(chiamante, cookies));
  return reply(200, presentPagina(pagina, query, url, presentPagamentoIndex(query.campi, "pagamento-v1")));
});
