/** GET /anomalie: what there is to work on. */
import { findAnomalie } from "../../shared/contracts/riconciliazione/anomalie.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentAnomaliaIndex, toFiltriAnomalie } from "../../shared/presenters/riconciliazione/anomalia.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { findAnomalie as createFind } from "../../shared/usecases/anomalie/find-anomalie.ts";

const find = createFind(porteAnomalie);

export const handler = httpOperation(findAnomalie, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriAnomalie(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentAnomaliaIndex(porteAnomalie.clock.now())));
});
