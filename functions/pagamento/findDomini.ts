/** GET /domini: the creditors that a portal may show, a page at a time. */
import { findDomini } from "../../shared/contracts/pagamento/domini.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentDominioElenco } from "../../shared/presenters/pagamento/dominio.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findDominiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findDominiPortale(portePortale);

const v2 = httpOperation(findDomini, async ({ query, chiamante, url }) => {
  const pagina = await find({}, toRichiestaElenco(query), chiamante);
  return reply(200, presentElenco(pagina, query, url, presentDominioElenco(query.campi)));
});

export const handler = withVersioni(v2, {
  "pagamento-v1": () => import("../pagamento-v1/findDomini.ts"),
  cittadino: () => import("../cittadino/findDomini.ts"),
  portale: () => import("../portale/findEnti.ts"),
});
