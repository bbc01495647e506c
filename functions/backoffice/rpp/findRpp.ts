/** GET /rpp: the payment attempts of the creditors in scope. */
import { findRpp } from "../../../shared/contracts/backoffice/rpp.ts";
import { toFiltriRppOperatore } from "../../../shared/presenters/backoffice/filtri-contabili.ts";
import { presentRppIndexOperatore } from "../../../shared/presenters/backoffice/rpp.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { findRppOperatore } from "../../../shared/usecases/pagamenti/rpp-operatore.ts";

const find = findRppOperatore(porteLettura);

export const handler = httpOperation(findRpp, async ({ query, chiamante, url }) => {
  const { pagina, ...nomi } = await find(toFiltriRppOperatore(query), toRichiestaPagina(query), chiamante);
  const { campi, retrocompatibilitaMessaggiPagoPAV1: storica } = query;
  return reply(200, presentPagina(pagina, query, url, presentRppIndexOperatore(nomi, { storica, ...(campi && { campi }) })));
});
