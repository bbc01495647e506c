/** GET /rpp: the payment attempts on the calling application's debts. */
import { findRpp } from "../../shared/contracts/pagamento/rpp.ts";
import { toIntervallo, toOrdine } from "../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentRpp } from "../../shared/presenters/comuni/rpp.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createFindRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";

const find = createFindRpp(porteLettura);

export const handler = httpOperation(findRpp, async ({ query, chiamante, url }) => {
  const { dataRptDa: dataDa, dataRptA: dataA, ordinamento, ...filtri } = query;
  const pagina = await find(
    { ...filtri, ...toIntervallo({ dataDa, dataA }), ordine: toOrdine(ordinamento) },
    toRichiestaPagina(query),
    chiamante,
  );
  return reply(200, presentPagina(pagina, query, url, presentRpp(findRpp.api)));
});
