/** GET /pendenze/{idDominio}/{numeroAvviso}/avviso of the Portal API: the notice as data or printed. */
import { getAvviso } from "../../shared/contracts/cittadino/documenti.ts";
import { presentAvviso } from "../../shared/presenters/pendenze/avviso.ts";
import { replyAvviso } from "../../shared/runtime/http/avviso-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getAvviso, (richiesta) => replyAvviso(richiesta, presentAvviso));
