/** GET /domini of the Portal API, and a creditor with its image: the three are one function. */
import { findDomini } from "../../shared/contracts/cittadino/enti.ts";
import { presentElenco, toRichiestaElenco } from "../../shared/presenters/backoffice/elenco.ts";
import { presentDominioElenco } from "../../shared/presenters/pagamento/dominio.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withPercorsi } from "../../shared/runtime/versioni.ts";
import { portePortale } from "../../shared/runtime/wiring/portale.ts";
import { findDominiPortale } from "../../shared/usecases/anagrafiche/portale.ts";

const find = findDominiPortale(portePortale);
const elenco = httpOperation(findDomini, async ({ query, chiamante, url }) => {
  const pagina = await find({}, toRichiestaElenco(query), chiamante);
  return reply(200, presentElenco(pagina, query, url, presentDominioElenco(query.campi)));
});

export const handler = withPercorsi(elenco, "cittadino", {
  "/domini/{idDominio}": () => import("./getDominio.ts"),
  "/domini/{idDominio}/logo": () => import("./getLogo.ts"),
});
