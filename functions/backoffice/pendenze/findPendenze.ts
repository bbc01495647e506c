/** GET /pendenze: the debts that the operator may see, by filters and pages. */
import { findPendenze } from "../../../shared/contracts/backoffice/pendenze-lettura.ts";
import { presentPendenzaIndex } from "../../../shared/presenters/backoffice/pendenza-index.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { toFiltriPendenze } from "../../../shared/presenters/pendenze/filtri.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { findPendenzeOperatore } from "../../../shared/usecases/pendenze/find-pendenze-operatore.ts";

const find = findPendenzeOperatore(porteLettura);

export const handler = httpOperation(findPendenze, async ({ query, chiamante, url }) => {
  const filtri = toFiltriPendenze(findPendenze.api, query);
  const { pagina, ...nomi } = await find(filtri, toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentPendenzaIndex(nomi, query.campi)));
});
