/** GET /avvisi/{idDominio}/{numeroAvviso}, v1: the notice as data or printed. */
import { getAvviso } from "../../shared/contracts/pagamento-v1/avvisi.ts";
import { presentAvvisoNotoV1 } from "../../shared/presenters/pendenze-v1/avviso.ts";
import { replyAvviso } from "../../shared/runtime/http/avviso-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getAvviso, (richiesta) => replyAvviso(richiesta, presentAvvisoNotoV1));
