/** GET /riscossioni: the collected amounts of the creditors in scope. */
import { findRiscossioni } from "../../shared/contracts/riconciliazione/riscossioni.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRiscossioni } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiscossioneCampi } from "../../shared/presenters/riconciliazione/riscossione.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../shared/runtime/wiring/rendicontazioni.ts";
import { findRiscossioni as createFind } from "../../shared/usecases/ricevute/find-riscossioni.ts";

const find = createFind(porteRendicontazioni);

export const handler = httpOperation(findRiscossioni, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriRiscossioni(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiscossioneCampi(nomi, query.campi)));
});
