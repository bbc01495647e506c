/** GET /ricevute/{idDominio}/{iuv}/{idRicevuta}, v3: a receipt, as data or printed. */
import { getRicevuta } from "../../shared/contracts/pagamento-v3/ricevute.ts";
import { replyRicevutaPortale } from "../../shared/runtime/http/ricevuta-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getRicevuta, (richiesta) => replyRicevutaPortale(richiesta, "pagamento-v3"));
