/** GET /ricevute: the receipts of the creditors in scope. */
import { findRicevute } from "../../../shared/contracts/backoffice/ricevute.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { toFiltriRicevute } from "../../../shared/presenters/riconciliazione/filtri.ts";
import { presentRicevutaIndex } from "../../../shared/presenters/riconciliazione/ricevuta.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteElencoRicevute } from "../../../shared/runtime/wiring/elenco-ricevute.ts";
import { findRicevute as createFind } from "../../../shared/usecases/ricevute/find-ricevute.ts";

const find = createFind(porteElencoRicevute);

export const handler = httpOperation(findRicevute, async ({ query, chiamante, url }) => {
  const esito = await find(toFiltriRicevute(query), toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore.pagina, query, url, presentRicevutaIndex(esito.valore.nomi)));
});
