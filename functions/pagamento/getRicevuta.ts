/** GET /ricevute/{idDominio}/{iuv}/{idRicevuta}: a receipt, as data or printed. */
import { getRicevuta } from "../../shared/contracts/pagamento/ricevute.ts";
import { replyRicevutaPortale } from "../../shared/runtime/http/ricevuta-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(getRicevuta, (richiesta) => replyRicevutaPortale(richiesta, "pagamento"));

export const handler = withVersioni(v2, {
  "pagamento-v3": () => import("../pagamento-v3/getRicevuta.ts"),
  cittadino: () => import("../cittadino/getRicevuta.ts"),
  portale: () => import("../portale/getRicevuta.ts"),
});
