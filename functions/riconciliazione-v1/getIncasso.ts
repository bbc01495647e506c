/** GET /incassi/{idDominio}/{idIncasso}, v1: what a movement collected. */
import { RIGHE_MASSIME } from "../../shared/contracts/riconciliazione/parametri.ts";
import { getIncasso } from "../../shared/contracts/riconciliazione-v1/incassi.ts";
import { toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { isVisibile, presentIncassoV1 } from "../../shared/presenters/riconciliazione-v1/incasso.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getRiconciliazione } from "../../shared/usecases/riconciliazioni/get-riconciliazione.ts";

const get = getRiconciliazione(porteContabili);

export const handler = httpOperation(getIncasso, async ({ params: { idDominio, idIncasso }, query, chiamante }) => {
  const esito = await get({ idDominio, id: idIncasso }, toTratto(query, RIGHE_MASSIME), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  if (!isVisibile(esito.valore.riconciliazione)) return refuse({ codice: "NON_TROVATO", dettaglio: `incasso ${idIncasso}` });
  return reply(200, presentIncassoV1(esito.valore));
});
