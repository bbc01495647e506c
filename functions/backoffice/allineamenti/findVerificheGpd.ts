/** GET /verificheGpd: the nightly comparisons of the creditors in scope. */
import { findVerificheGpd } from "../../../shared/contracts/backoffice/allineamenti.ts";
import { presentVerificaGpd, toFiltriAllineamenti } from "../../../shared/presenters/backoffice/allineamento.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAllineamenti } from "../../../shared/runtime/wiring/allineamenti.ts";
import { findVerificheGpd as createFind } from "../../../shared/usecases/gpd/find-allineamenti.ts";

const find = createFind(porteAllineamenti);

export const handler = httpOperation(findVerificheGpd, async ({ query, chiamante, url }) => {
  const esito = await find(toFiltriAllineamenti(query), toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore.pagina, query, url, presentVerificaGpd(esito.valore.nomi)));
});
