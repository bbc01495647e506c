/** GET /domini, v1: the creditors that a portal may show. */
import { findDomini } from "../../shared/contracts/pagamento-v1/domini.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentDominioIndexV1 } from "../../shared/presenters/pagamento/dominio-v1.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withForma } from "../../shared/runtime/versioni.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findDominiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findDominiPortale(portePortale);
const elenco = httpOperation(findDomini, async ({ query, chiamante, url }) => {
  const pagina = await find(query, toRichiestaElenco(query), chiamante);
  return reply(200, presentElenco(pagina, query, url, presentDominioIndexV1(query.campi)));
});

export const handler = withForma(elenco, ["idDominio"], () => import("./getDominio.ts"));
