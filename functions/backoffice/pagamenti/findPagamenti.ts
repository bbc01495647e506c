/** GET /pagamenti: the portal payments of the creditors in scope. */
import { findPagamenti } from "../../../shared/contracts/backoffice/pagamenti.ts";
import { toFiltriPagamenti } from "../../../shared/presenters/backoffice/filtri-contabili.ts";
import { presentPagamentoIndex } from "../../../shared/presenters/backoffice/pagamento.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { findPagamentiOperatore } from "../../../shared/usecases/pagamenti/pagamenti-operatore.ts";

const find = findPagamentiOperatore(porteLettura);

export const handler = httpOperation(findPagamenti, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriPagamenti(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentPagamentoIndex(query.campi)));
});
