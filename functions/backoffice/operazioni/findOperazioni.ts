/** GET /operazioni: the internal jobs, with state, last outcome and next run. */
import { findOperazioni } from "../../../shared/contracts/backoffice/lavori.ts";
import { presentLavoro } from "../../../shared/presenters/backoffice/lavoro.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLavori } from "../../../shared/runtime/wiring/lavori.ts";
import { createFindLavori } from "../../../shared/usecases/lavori/find-lavori.ts";

const find = createFindLavori(porteLavori);

export const handler = httpOperation(findOperazioni, async ({ query, chiamante, url }) => {
  const pagina = await find(toRichiestaPagina(query));
  return reply(200, presentPagina(pagina, query, url, presentLavoro(chiamante.domini === "*")));
});
