/** GET /pagamenti: the payments that the caller started, or paid. */
import { findPagamenti } from "../../shared/contracts/pagamento/pagamenti.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { toFiltriPagamenti } from "../../shared/presenters/pagamento/filtri.ts";
import { presentPagamentoIndex } from "../../shared/presenters/pagamento/pagamento.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { createFindPagamenti } from "../../shared/usecases/pagamenti/find-pagamenti.ts";

const find = createFindPagamenti({ posizioni });

const v2 = httpOperation(findPagamenti, async ({ query, chiamante, cookies, url }) => {
  const pagina = await find(toFiltriPagamenti(query), toRichiestaPagina(query), withSessione(chiamante, cookies));
  return reply(200, presentPagina(pagina, query, url, presentPagamentoIndex(query.campi)));
});

export const handler = withVersioni(v2, { "pagamento-v1": () => import("../pagamento-v1/findPagamenti.ts") });
