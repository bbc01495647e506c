/** GET /profilo: who is calling and what it may do. */
import { getProfilo } from "../../shared/contracts/pagamento/profilo.ts";
import { presentProfiloPagamento } from "../../shared/presenters/pagamento/profilo.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(getProfilo, async ({ chiamante }) => reply(200, presentProfiloPagamento(chiamante)));

export const handler = withVersioni(v2, {
  "pagamento-v3": () => import("../pagamento-v3/getProfilo.ts"),
  "pagamento-v1": () => import("../pagamento-v1/getProfilo.ts"),
});
