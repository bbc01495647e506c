/** GET /riepiloghi: what arrived in each queue, one summary at a time. */
import { findRiepiloghi } from "../../shared/contracts/riconciliazione/instradamenti.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentRiepilogo, toFiltriRiepiloghi } from "../../shared/presenters/riconciliazione/instradamento.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { findRiepiloghi as createFind } from "../../shared/usecases/anomalie/find-riepiloghi.ts";

const find = createFind(porteAnomalie);

export const handler = httpOperation(findRiepiloghi, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriRiepiloghi(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentRiepilogo));
});
