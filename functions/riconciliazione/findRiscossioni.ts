/** GET /riscossioni: the collected amounts of the creditors in scope. */
import { findRiscossioni } from "../../shared/contracts/riconciliazione/riscossioni.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRiscossioni } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiscossioneCampi } from "../../shared/presenters/riconciliazione/riscossione.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { esterni } from "../../shared/runtime/wiring/pagamenti-esterni.ts";
import { findRiscossioniAttribuite } from "../../shared/usecases/ricevute/find-attribuzioni.ts";

const find = findRiscossioniAttribuite({ ...porteLettura, esterni });

const v3 = httpOperation(findRiscossioni, async ({ query, chiamante, url }) => {
  const { pagina, nomi, attribuzioneDi } = await find(toFiltriRiscossioni(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiscossioneCampi(nomi, query.campi, attribuzioneDi)));
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/findRiscossioni.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/findRiscossioni.ts"),
});
