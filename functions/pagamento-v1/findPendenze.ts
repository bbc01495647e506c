/** GET /pendenze, v1: the debts that the caller may see, by filters and pages. */
import { findPendenze } from "../../shared/contracts/pagamento-v1/pendenze.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriPendenze } from "../../shared/presenters/pendenze/filtri.ts";
import { presentPendenzaIndexV1 } from "../../shared/presenters/pendenze-v1/pendenza-index.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findPendenze as createFind } from "../../shared/usecases/pendenze/find-pendenze.ts";

const find = createFind(porteLettura);

export const handler = httpOperation(findPendenze, async ({ query, chiamante, cookies, url }) => {
  const filtri = toFiltriPendenze(findPendenze.api, query);
  const { pagina, creditori, adesso } = await find(filtri, toRichiestaPagina(query), withSessione(chiamante, cookies));
  return reply(200, presentPagina(pagina, query, url, presentPendenzaIndexV1(creditori, adesso, query.campi, "pagamento-v1")));
});
