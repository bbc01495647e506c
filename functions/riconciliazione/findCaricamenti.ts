/** GET /caricamenti: the treasury files of the creditors in scope. */
import { findCaricamenti } from "../../shared/contracts/riconciliazione/caricamenti.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentCaricamentoIndex, toFiltriCaricamenti } from "../../shared/presenters/riconciliazione/tesoreria.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { tesoreria } from "../../shared/runtime/wiring/tesoreria.ts";
import { createFindCaricamenti } from "../../shared/usecases/tesoreria/find-tesoreria.ts";

const find = createFindCaricamenti({ tesoreria });

export const handler = httpOperation(findCaricamenti, async ({ query, chiamante, url }) => {
  const pagina = await find(toFiltriCaricamenti(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentCaricamentoIndex));
});
