/** GET /quadrature/riscossioni: totals of what was collected, by any grouping. */
import { findQuadratureRiscossioni } from "../../../shared/contracts/backoffice/quadrature.ts";
import { presentQuadraturaRiscossioni, toRichiestaRiscossioni } from "../../../shared/presenters/backoffice/quadratura.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteQuadrature } from "../../../shared/runtime/wiring/contatori.ts";
import { findQuadraturaRiscossioni } from "../../../shared/usecases/statistiche/find-quadratura.ts";
import { pageTotali } from "../../../shared/usecases/statistiche/page-totali.ts";

const find = findQuadraturaRiscossioni(porteQuadrature);

export const handler = httpOperation(findQuadratureRiscossioni, async ({ query, chiamante, url }) => {
  const esito = await find(toRichiestaRiscossioni(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const pagina = pageTotali(esito.valore.totali, toRichiestaPagina(query));
  return reply(200, presentPagina(pagina, query, url, presentQuadraturaRiscossioni(query, esito.valore)));
});
