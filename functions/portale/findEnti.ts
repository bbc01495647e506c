/** GET /enti: the bodies that a front end may show. */
import { findEnti } from "../../shared/contracts/portale/enti.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentDominioElenco } from "../../shared/presenters/pagamento/dominio.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findDominiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findDominiPortale(portePortale);

export const handler = httpOperation(findEnti, async ({ query, chiamante, url }) => {
  const pagina = await find({}, toRichiestaElenco(query), chiamante);
  return reply(200, presentElenco(pagina, query, url, presentDominioElenco(query.campi)));
});
