/** GET /pendenze: the debts that the caller may see, by filters and pages. */
import { findPendenze } from "../../shared/contracts/pendenze/elenco.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriPendenze } from "../../shared/presenters/pendenze/filtri.ts";
import { presentPendenzaIndex } from "../../shared/presenters/pendenze/pendenza-index.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findPendenze as createFind } from "../../shared/usecases/pendenze/find-pendenze.ts";

const find = createFind(porteLettura);

const v2 = httpOperation(findPendenze, async ({ query, chiamante, url }) => {
  const filtri = toFiltriPendenze(findPendenze.api, query);
  const { pagina, creditori, adesso } = await find(filtri, toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentPendenzaIndex(findPendenze.api, creditori, adesso, query.campi)));
});

export const handler = withVersioni(v2, { "pendenze-v1": () => import("../pendenze-v1/findPendenze.ts") });
