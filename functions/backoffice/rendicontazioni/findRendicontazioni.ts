/** GET /rendicontazioni: the settlement rows of the creditors in scope, with flow and item. */
import { findRendicontazioni } from "../../../shared/contracts/backoffice/rendicontazioni.ts";
import { toRicercaRendicontazioni } from "../../../shared/presenters/backoffice/filtri-contabili.ts";
import { presentRendicontazione } from "../../../shared/presenters/backoffice/rendicontazione.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { findRendicontazioni as createFind } from "../../../shared/usecases/rendicontazioni/find-rendicontazioni.ts";

const find = createFind(porteRendicontazioni);

export const handler = httpOperation(findRendicontazioni, async ({ query, chiamante, url }) => {
  const esito = await find(toRicercaRendicontazioni(query), toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore.pagina, query, url, presentRendicontazione(esito.valore.creditori, query.campi)));
});
