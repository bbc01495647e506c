/** GET /incassi: the treasury movements of the creditors in scope, with their outcome. */
import { findIncassi } from "../../../shared/contracts/backoffice/incassi.ts";
import { toFiltriIncassi } from "../../../shared/presenters/backoffice/filtri-contabili.ts";
import { presentIncassoIndex } from "../../../shared/presenters/backoffice/incasso.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { findRiconciliazioni } from "../../../shared/usecases/riconciliazioni/find-riconciliazioni.ts";

const find = findRiconciliazioni(porteRendicontazioni);

export const handler = httpOperation(findIncassi, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriIncassi(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentIncassoIndex(nomi)));
});
