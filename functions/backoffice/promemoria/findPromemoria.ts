/** GET /promemoria: the reminders and their sending. */
import { findPromemoria } from "../../../shared/contracts/backoffice/promemoria.ts";
import { presentPromemoria, toFiltriPromemoria } from "../../../shared/presenters/backoffice/promemoria.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { portePromemoria } from "../../../shared/runtime/wiring/uscite-backoffice.ts";
import { createFindPromemoria } from "../../../shared/usecases/promemoria/find-promemoria.ts";

const find = createFindPromemoria(portePromemoria);

export const handler = httpOperation(findPromemoria, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriPromemoria(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentPromemoria));
});
