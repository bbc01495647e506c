/** GET /domini/{idDominio}/cambiIban: the replacements of the accounts of a creditor. */
import { findCambiIban } from "../../../shared/contracts/backoffice/cambi-iban.ts";
import { presentCambio } from "../../../shared/presenters/backoffice/cambi-iban.ts";
import { presentPagina, toRichiestaPagina } from "../../../shared/presenters/comuni/pagina.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { lettureCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { findCambi } from "../../../shared/usecases/cambi/find-cambi.ts";

const find = findCambi(lettureCambi);

export const handler = httpOperation(findCambiIban, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore, query, url, presentCambio(lettureCambi.clock.now())));
});
