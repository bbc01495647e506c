/** GET /fascicoli: payments on which there is something to decide. */
import { findFascicoli } from "../../shared/contracts/riconciliazione/fascicoli.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentFascicoliCsv, presentFascicoloIndex, toFiltriFascicoli } from "../../shared/presenters/riconciliazione/fascicolo.ts";
import { file, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFascicoli } from "../../shared/runtime/wiring/fascicoli.ts";
import { findFascicoli as createFind } from "../../shared/usecases/fascicoli/find-fascicoli.ts";

const find = createFind(porteFascicoli);

export const handler = httpOperation(findFascicoli, async ({ query, chiamante, url, accept }) => {
  const pagina = await find(toFiltriFascicoli(query), toRichiestaPagina(query), chiamante);
  if (accept === "text/csv") return reply(200, file(accept, presentFascicoliCsv(pagina.elementi), "fascicoli.csv"));
  return reply(200, presentPagina(pagina, query, url, presentFascicoloIndex));
});
