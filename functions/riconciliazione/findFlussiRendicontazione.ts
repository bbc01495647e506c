/** GET /flussiRendicontazione: the settlement flows of the creditors in scope. */
import { findFlussiRendicontazione } from "../../shared/contracts/riconciliazione/flussi-rendicontazione.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriFlussi } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoIndex } from "../../shared/presenters/riconciliazione/flusso.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { findFlussi } from "../../shared/usecases/rendicontazioni/find-flussi.ts";

const find = findFlussi(porteContabili);

const v3 = httpOperation(findFlussiRendicontazione, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriFlussi(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentFlussoIndex(nomi)));
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/findFlussiRendicontazione.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/findFlussiRendicontazione.ts"),
});
