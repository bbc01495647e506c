/** GET /recuperi: the repair queue of the missing receipts. */
import { findRecuperi } from "../../../shared/contracts/backoffice/recuperi.ts";
import { presentRecupero, toFiltriRecuperi } from "../../../shared/presenters/backoffice/recupero.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRecuperi } from "../../../shared/runtime/wiring/elenco-recuperi.ts";
import { findRecuperi as createFind } from "../../../shared/usecases/recuperi/find-recuperi.ts";

const find = createFind(porteRecuperi);

export const handler = httpOperation(findRecuperi, async ({ query, chiamante, url }) => {
  const esito = await find(toFiltriRecuperi(query), toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore.pagina, query, url, presentRecupero(esito.valore.nomi)));
});
