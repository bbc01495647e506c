/** GET /rpp, v1: the payment attempts that the caller may see, by filters and pages. */
import { findRpp } from "../../shared/contracts/pagamento-v1/rpp.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRpp } from "../../shared/presenters/pendenze/filtri.ts";
import { presentRppIndexV1, toQueryRpp } from "../../shared/presenters/pendenze-v1/rpp.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createFindRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";

const find = createFindRpp(porteLettura);

export const handler = httpOperation(findRpp, async ({ query, chiamante, url }) => {
  const { pagina } = await find(toFiltriRpp(toQueryRpp(query)), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRppIndexV1(query.campi, "pagamento-v1")));
});
