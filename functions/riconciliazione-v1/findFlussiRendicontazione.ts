/** GET /flussiRendicontazione, v1: the settlement flows of the creditors in scope. */
import { findFlussiRendicontazione } from "../../shared/contracts/riconciliazione-v1/flussi-rendicontazione.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriFlussi } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoIndexV1 } from "../../shared/presenters/riconciliazione-v1/flusso.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { findFlussi } from "../../shared/usecases/rendicontazioni/find-flussi.ts";

const find = findFlussi(porteContabili);

export const handler = httpOperation(findFlussiRendicontazione, async ({ query, chiamante, url }) => {
  const { pagina } = await find(toFiltriFlussi(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentFlussoIndexV1(query.campi)));
});
