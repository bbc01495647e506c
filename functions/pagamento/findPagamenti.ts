/** GET /pagamenti: the payments started by the calling application. */
import { findPagamenti } from "../../shared/contracts/pagamento/pagamenti.ts";
import { toIntervallo, toOrdine } from "../../shared/presenters/comuni/filtri.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentPagamentoIndex } from "../../shared/presenters/pagamento/pagamento.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";

export const handler = httpOperation(findPagamenti, async ({ query, chiamante, url }) => {
  const { stato, idSessionePortale } = query;
  const filtri = {
    idA2A: chiamante.idA2A ?? "",
    ordine: toOrdine(query.ordinamento),
    ...(stato !== undefined && { stato }),
    ...(idSessionePortale !== undefined && { idSessionePortale }),
    ...toIntervallo(query),
  };
  const pagina = await posizioni.findPagamenti(filtri, toRichiestaPagina(query));
  return reply(200, presentPagina(pagina, query, url, presentPagamentoIndex));
});
