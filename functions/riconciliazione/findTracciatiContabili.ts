/** GET /tracciatiContabili/{idDominio}: the layouts towards accounting of a creditor. */
import { findTracciatiContabili } from "../../shared/contracts/riconciliazione/tracciati-contabili.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentTracciatoContabile } from "../../shared/presenters/riconciliazione/tracciato-contabile.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { letturaRegistroIntero } from "../../shared/runtime/wiring/registro-intero.ts";
import { findTracciatiContabili as createFind } from "../../shared/usecases/contabilita/tracciati-contabili.ts";

const find = createFind(letturaRegistroIntero);

export const handler = httpOperation(findTracciatiContabili, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentTracciatoContabile)) : refuse(esito.errore);
});
