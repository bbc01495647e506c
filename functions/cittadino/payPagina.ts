/** POST /pagine/{id}: from what was filled in to the page where it is paid. */
import { payPagina } from "../../shared/contracts/cittadino/pagine.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { payPaginaPubblica } from "../../shared/runtime/pagine/pagamento-pagina.ts";

export const handler = httpOperation(payPagina, payPaginaPubblica);
