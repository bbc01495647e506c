/** GET /riconciliazioni, v2: the treasury movements of the creditors in scope, with their outcome. */
import { findRiconciliazioni } from "../../shared/contracts/riconciliazione-v2/riconciliazioni.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriRiconciliazioni } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiconciliazioneIndexV2 } from "../../shared/presenters/riconciliazione-v2/riconciliazione.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { findRiconciliazioni as createFind } from "../../shared/usecases/riconciliazioni/find-riconciliazioni.ts";

const find = createFind(porteContabili);

export const handler = httpOperation(findRiconciliazioni, async ({ query, chiamante, url }) => {
  const { pagina, nomi } = await find(toFiltriRiconciliazioni(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiconciliazioneIndexV2(nomi, query.campi)));
});
