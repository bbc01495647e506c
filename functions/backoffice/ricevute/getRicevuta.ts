/** GET /ricevute/{idDominio}/{iuv}/{idRicevuta}: the receipt with the debt it pays and the message as it came. */
import { getRicevuta } from "../../../shared/contracts/backoffice/ricevute.ts";
import { presentRicevuta } from "../../../shared/presenters/riconciliazione/ricevuta.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRicevuta } from "../../../shared/runtime/wiring/ricevute.ts";
import { getRicevuta as createGet } from "../../../shared/usecases/ricevute/get-ricevuta.ts";

const get = createGet(porteRicevuta);

export const handler = httpOperation(getRicevuta, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { ricevuta, posizione, ragioneSociale, originale } = esito.valore;
  return reply(200, presentRicevuta(ricevuta, posizione, ragioneSociale, originale));
});
