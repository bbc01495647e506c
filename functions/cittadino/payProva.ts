/** POST /prove/{id}/esito: how a payment in prova ends. */
import { payProva } from "../../shared/contracts/cittadino/prove.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { concludeProva } from "../../shared/runtime/pagine/pagina-prova.ts";

export const handler = httpOperation(payProva, concludeProva);
