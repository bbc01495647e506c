/** GET /pendenze: the debts that the caller may see, by filters and pages. */
import { findPendenze } from "../../shared/contracts/pagamento/pendenze.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriPendenze } from "../../shared/presenters/pendenze/filtri.ts";
import { presentPendenzaIndex } from "../../shared/presenters/pendenze/pendenza-index.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findPendenze as createFind } from "../../shared/usecases/pendenze/find-pendenze.ts";

const find = createFind(porteLettura);

const v2 = httpOperation(findPendenze, async ({ query, chiamante, cookies, url }) => {
  const filtri = toFiltriPendenze(findPendenze.api, query);
  const { pagina, creditori, adesso } = await find(filtri, toRichiestaPagina(query), withSessione(chiamante, cookies));
  return reply(200, presentPagina(pagina, query, url, presentPendenzaIndex(findPendenze.api, creditori, adesso, query.campi)));
});

export const handler = withVersioni(v2, {
  "pagamento-v3": () => import("../pagamento-v3/findPendenze.ts"),
  "pagamento-v1": () => import("../pagamento-v1/findPendenze.ts"),
  cittadino: () => import("../cittadino/findPendenze.ts"),
});
