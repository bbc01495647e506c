/** GET /allineamenti: debts that an archive of pagoPA does not have as it should. */
import { findAllineamenti } from "../../../shared/contracts/backoffice/allineamenti.ts";
import { presentAllineamento, toFiltriAllineamenti } from "../../../shared/presenters/backoffice/allineamento.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAllineamenti } from "../../../shared/runtime/wiring/allineamenti.ts";
import { findAllineamenti as createFind } from "../../../shared/usecases/gpd/find-allineamenti.ts";

const find = createFind(porteAllineamenti);

export const handler = httpOperation(findAllineamenti, async ({ query, chiamante, url }) => {
  const esito = await find(toFiltriAllineamenti(query), toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore.pagina, query, url, presentAllineamento(esito.valore.nomi)));
});
