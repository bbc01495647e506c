/** GET /riscossioni, v1: the collected amounts of the creditors in scope. */
import { findRiscossioni } from "../../shared/contracts/riconciliazione-v1/riscossioni.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRiscossioni } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiscossioneIndexV1 } from "../../shared/presenters/riconciliazione-v1/riscossione.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findRiscossioni as createFind } from "../../shared/usecases/ricevute/find-riscossioni.ts";

const find = createFind(porteLettura);

export const handler = httpOperation(findRiscossioni, async ({ query, chiamante, url }) => {
  const { pagina } = await find(toFiltriRiscossioni(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiscossioneIndexV1(query.campi)));
});
