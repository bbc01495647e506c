/** GET /domini/{idDominio}/paginePagamento: the payment pages of a creditor. */
import { findPaginePagamento } from "../../../shared/contracts/backoffice/pagine-pagamento.ts";
import { giornoDi } from "../../../shared/domain/valori/date.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentPaginaPagamento } from "../../../shared/presenters/comuni/pagina-pagamento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { clock } from "../../../shared/runtime/wiring/base.ts";
import { urlPagina } from "../../../shared/runtime/wiring/pagine-lettura.ts";
import { letturaRegistroIntero } from "../../../shared/runtime/wiring/registro-intero.ts";
import { findFigli } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { hasDominio } from "../../../shared/usecases/anagrafiche/domini.ts";
import { paginePagamento } from "../../../shared/usecases/pagine/pagine.ts";

const find = findFigli(paginePagamento, hasDominio)(letturaRegistroIntero);

export const handler = httpOperation(findPaginePagamento, async ({ params, query, chiamante, url }) => {
  const esito = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante }, params.idDominio);
  const present = presentPaginaPagamento(giornoDi(clock.now()), urlPagina);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, present)) : refuse(esito.errore);
});
