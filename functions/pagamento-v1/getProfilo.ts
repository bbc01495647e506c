/** GET /profilo, v1: who is calling and what it may do. */
import { getProfilo } from "../../shared/contracts/pagamento-v1/profilo.ts";
import { presentProfiloPagamento } from "../../shared/presenters/pagamento/profilo.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getProfilo, async ({ chiamante }) => reply(200, presentProfiloPagamento(chiamante)));
