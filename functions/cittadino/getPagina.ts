/** GET /pagine/{id}: a payment page, for programs and for browsers. */
import { getPagina } from "../../shared/contracts/cittadino/pagine.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { showPaginaPubblica } from "../../shared/runtime/pagine/pagina-pubblica.ts";

export const handler = httpOperation(getPagina, showPaginaPubblica);
