/** GET /incassi, v1: the treasury movements that were matched, of the creditors in scope. */
import { findIncassi } from "../../shared/contracts/riconciliazione-v1/incassi.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRiconciliazioni } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentIncassoIndexV1, VISIBILI } from "../../shared/presenters/riconciliazione-v1/incasso.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { findRiconciliazioni } from "../../shared/usecases/riconciliazioni/find-riconciliazioni.ts";

const find = findRiconciliazioni(porteContabili);

export const handler = httpOperation(findIncassi, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find({ ...toFiltriRiconciliazioni(query), ...VISIBILI }, toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentIncassoIndexV1(nomi, query.campi)));
});
