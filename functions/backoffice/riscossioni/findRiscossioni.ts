/** GET /riscossioni: the collected amounts of the creditors in scope. */
import { findRiscossioni } from "../../../shared/contracts/backoffice/riscossioni.ts";
import { toFiltriRiscossioni } from "../../../shared/presenters/backoffice/filtri-contabili.ts";
import { presentRiscossioneIndex } from "../../../shared/presenters/backoffice/riscossione.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { findRiscossioni as createFind } from "../../../shared/usecases/ricevute/find-riscossioni.ts";

const find = createFind(porteLettura);

export const handler = httpOperation(findRiscossioni, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriRiscossioni(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiscossioneIndex(nomi, query.campi)));
});
