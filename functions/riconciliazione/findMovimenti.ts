/** GET /movimenti: the treasury movements of the creditors in scope. */
import { findMovimenti } from "../../shared/contracts/riconciliazione/movimenti.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentMovimentoIndex, toRicercaMovimenti } from "../../shared/presenters/riconciliazione/tesoreria.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { tesoreria } from "../../shared/runtime/wiring/tesoreria.ts";
import { createFindMovimenti } from "../../shared/usecases/tesoreria/find-tesoreria.ts";

const find = createFindMovimenti({ tesoreria });

export const handler = httpOperation(findMovimenti, async ({ query, chiamante, url }) => {
  const pagina = await find(toRicercaMovimenti(query), toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentMovimentoIndex));
});
