/** GET /flussiRendicontazione: the settlement flows of the creditors in scope. */
import { findFlussiRendicontazione } from "../../shared/contracts/riconciliazione/flussi-rendicontazione.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriFlussi } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoIndex } from "../../shared/presenters/riconciliazione/flusso.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../shared/runtime/wiring/rendicontazioni.ts";
import { findFlussi } from "../../shared/usecases/rendicontazioni/find-flussi.ts";

const find = findFlussi(porteRendicontazioni);

export const handler = httpOperation(findFlussiRendicontazione, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriFlussi(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentFlussoIndex(nomi)));
});
