/** GET /tracciatiNotificaPagamenti/{id}: a file of an export connector, to whoever knows its secret. */
import { getTracciatoNotificaPagamenti } from "../../../shared/contracts/backoffice/tracciati-notifica-pagamenti.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteTracciatiNotifica } from "../../../shared/runtime/wiring/uscite-backoffice.ts";
import { createGetTracciatoNotifica } from "../../../shared/usecases/esportazioni/get-tracciato-notifica.ts";

const get = createGetTracciatoNotifica(porteTracciatiNotifica);

export const handler = httpOperation(getTracciatoNotificaPagamenti, async ({ params, query }) => {
  const esito = await get(params.id, query.secID);
  if (!esito.ok) return refuse(esito.errore);
  const scaricato = esito.valore;
  if ("url" in scaricato) return reply(303, undefined, { location: scaricato.url });
  return reply(200, file("application/zip", scaricato.contenuto, scaricato.nome));
});
