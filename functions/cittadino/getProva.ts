/** GET /prove/{id}: the page of a payment in prova; its outcome is beside. */
import { getProva } from "../../shared/contracts/cittadino/prove.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { showProva } from "../../shared/runtime/pagine/pagina-prova.ts";
import { withPercorsi } from "../../shared/runtime/versioni.ts";

export const handler = withPercorsi(httpOperation(getProva, showProva), "cittadino", {
  "/prove/{id}/esito": () => import("./payProva.ts"),
});
