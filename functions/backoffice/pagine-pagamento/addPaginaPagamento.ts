/** PUT /domini/{idDominio}/paginePagamento/{idPagina}: 201 when it did not exist, 200 when it was replaced. */
import { addPaginaPagamento } from "../../../shared/contracts/backoffice/pagine-pagamento.ts";
import { toPaginaPagamento } from "../../../shared/presenters/comuni/pagina-pagamento.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaRegistroIntero } from "../../../shared/runtime/wiring/registro-intero.ts";
import { savePaginaPagamento } from "../../../shared/usecases/pagine/pagine.ts";

const save = savePaginaPagamento(scritturaRegistroIntero);

export const handler = httpOperation(addPaginaPagamento, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toPaginaPagamento(params, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
