/** GET /domini/{idDominio}/paginePagamento/{idPagina}: a payment page, or its poster. */
import { getPaginaPagamento } from "../../../shared/contracts/backoffice/pagine-pagamento.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { showPagina } from "../../../shared/runtime/pagine/pagina-operatore.ts";

export const handler = httpOperation(getPaginaPagamento, showPagina);
