/** GET /tracciati/{id}/operazioni: the outcome of each row, as far as the batch has come. */
import { findOperazioniTracciato } from "../../shared/contracts/pendenze/tracciati.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentOperazione } from "../../shared/presenters/tracciati/tracciato.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { findOperazioni } from "../../shared/runtime/wiring/file-tracciati.ts";

export const handler = httpOperation(findOperazioniTracciato, async ({ params, query, chiamante, url }) => {
  const esito = await findOperazioni(params.id, toRichiestaPagina(query), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, presentPagina(esito.valore, query, url, presentOperazione));
});
