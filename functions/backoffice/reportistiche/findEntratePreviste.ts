/** GET /reportistiche/entrate-previste: what was collected, with the flow that settles it; as a list or printed. */
import { findEntratePreviste } from "../../../shared/contracts/backoffice/reportistiche.ts";
import { presentEntrataPrevista, toFiltriEntrate } from "../../../shared/presenters/backoffice/entrata-prevista.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteEntrate } from "../../../shared/runtime/wiring/entrate-previste.ts";
import { findEntratePreviste as createFind, printEntratePreviste } from "../../../shared/usecases/rendicontazioni/entrate-previste.ts";

const find = createFind(porteEntrate);
const print = printEntratePreviste(porteEntrate);

export const handler = httpOperation(findEntratePreviste, async ({ query, chiamante, url, accept }) => {
  const filtri = toFiltriEntrate(query);
  if (accept !== "application/pdf")
    return reply(200, presentPagina(await find(filtri, toRichiestaPagina(query), chiamante), query, url, presentEntrataPrevista));
  const esito = await print(filtri, chiamante);
  return esito.ok ? reply(200, file(accept, esito.valore, "entrate-previste.pdf")) : refuse(esito.errore);
});
