/** GET /profilo, v3: who is calling and what it may do. */
import { getProfilo } from "../../shared/contracts/pagamento-v3/profilo.ts";
import { presentProfiloPagamento } from "../../shared/presenters/pagamento/profilo.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getProfilo, async ({ chiamante }) => reply(200, presentProfiloPagamento(chiamante)));
