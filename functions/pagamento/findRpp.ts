/** GET /rpp: the payment attempts that the caller may see, by filters and pages. */
import { findRpp } from "../../shared/contracts/pagamento/rpp.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRpp } from "../../shared/presenters/pendenze/filtri.ts";
import { presentRppIndex } from "../../shared/presenters/pendenze/rpp.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createFindRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";

const find = createFindRpp(porteLettura);

const v2 = httpOperation(findRpp, async ({ query, chiamante, url }) => {
  const { pagina, creditori, adesso } = await find(toFiltriRpp(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRppIndex(findRpp.api, creditori, adesso, query.campi)));
});

export const handler = withVersioni(v2, { "pagamento-v1": () => import("../pagamento-v1/findRpp.ts") });
