/** POST /domini/{idDominio}/paginePagamento/{idPagina}/collegamenti: prefilled links, as a spreadsheet or as JSON. */
import { addCollegamentiPagina } from "../../../shared/contracts/backoffice/pagine-pagamento.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { createCollegamentiPagina } from "../../../shared/runtime/pagine/collegamenti-pagina.ts";

export const handler = httpOperation(addCollegamentiPagina, createCollegamentiPagina);
