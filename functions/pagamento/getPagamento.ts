/** GET /pagamenti/{id}: one payment of the calling application. */
import { getPagamento } from "../../shared/contracts/pagamento/pagamenti.ts";
import { presentPagamento } from "../../shared/presenters/pagamento/pagamento.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { createGetPagamento } from "../../shared/usecases/pagamenti/get-pagamento.ts";

const get = createGetPagamento({ posizioni });

const v2 = httpOperation(getPagamento, async ({ params, chiamante, cookies }) => {
  const esito = await get(params.id, withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPagamento(esito.valore)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, {
  "pagamento-v1": () => import("../pagamento-v1/getPagamento.ts"),
  portale: () => import("../portale/getPagamento.ts"),
});
