/** GET /riconciliazioni: the treasury movements of the creditors in scope, with their outcome. */
import { findRiconciliazioni } from "../../shared/contracts/riconciliazione/riconciliazioni.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRiconciliazioni } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiconciliazioneIndex } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { findRiconciliazioni as createFind } from "../../shared/usecases/riconciliazioni/find-riconciliazioni.ts";

const find = createFind(porteContabili);

const v3 = httpOperation(findRiconciliazioni, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriRiconciliazioni(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiconciliazioneIndex(nomi)));
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/findRiconciliazioni.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/findIncassi.ts"),
});
