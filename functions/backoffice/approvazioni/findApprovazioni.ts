/** GET /approvazioni: what waits for a second person, or was decided. */
import { findApprovazioni } from "../../../shared/contracts/backoffice/approvazioni.ts";
import { presentApprovazione } from "../../../shared/presenters/backoffice/approvazioni.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { lettureCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { findApprovazioni as createFind } from "../../../shared/usecases/approvazioni/find-approvazioni.ts";

const find = createFind(lettureCambi);

export const handler = httpOperation(findApprovazioni, async ({ query, chiamante, url }) => {
  const { idDominio, stato } = query;
  const filtri = { ...(idDominio !== undefined && { idDominio }), ...(stato !== undefined && { stato }) };
  const pagina = await find(filtri, toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentApprovazione(lettureCambi.clock.now())));
});
