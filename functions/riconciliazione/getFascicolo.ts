/** GET /fascicoli/{idDominio}/{id}: the payment, who made it, what was decided and what it means in the books. */
import { getFascicolo } from "../../shared/contracts/riconciliazione/fascicoli.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentEffettoCsv, presentFascicolo } from "../../shared/presenters/riconciliazione/fascicolo.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFascicoli } from "../../shared/runtime/wiring/fascicoli.ts";
import { getFascicolo as createGet } from "../../shared/usecases/fascicoli/find-fascicoli.ts";

const get = createGet(porteFascicoli);

export const handler = httpOperation(getFascicolo, async ({ params, chiamante, accept }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const etag = presentEtag(esito.valore.fascicolo);
  if (accept === "text/csv") return reply(200, file(accept, presentEffettoCsv(esito.valore), `${params.id}.csv`), etag);
  return reply(200, presentFascicolo(esito.valore), etag);
});
