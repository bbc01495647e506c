/** GET /quadrature/rendicontazioni: totals of what was settled, by flow and classification. */
import { findQuadratureRendicontazioni } from "../../../shared/contracts/backoffice/quadrature.ts";
import { presentQuadraturaRendicontazioni, toRichiestaRendicontazioni } from "../../../shared/presenters/backoffice/quadratura.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteQuadrature } from "../../../shared/runtime/wiring/contatori.ts";
import { rendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { findQuadraturaRendicontazioni } from "../../../shared/usecases/statistiche/find-quadratura.ts";
import { pageTotali } from "../../../shared/usecases/statistiche/page-totali.ts";

const find = findQuadraturaRendicontazioni({ ...porteQuadrature, rendicontazioni });

export const handler = httpOperation(findQuadratureRendicontazioni, async ({ query, chiamante, url }) => {
  const esito = await find(toRichiestaRendicontazioni(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const pagina = pageTotali(esito.valore.totali, toRichiestaPagina(query));
  return reply(200, presentPagina(pagina, query, url, presentQuadraturaRendicontazioni(query, esito.valore)));
});
