/** GET /riconciliazioni/{idDominio}/{idIncasso}, v2: the outcome of a movement, with what it collected. */
import { RIGHE_MASSIME } from "../../shared/contracts/riconciliazione/parametri.ts";
import { getRiconciliazione } from "../../shared/contracts/riconciliazione-v2/riconciliazioni.ts";
import { toTrattoConTipi } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiconciliazioneV2 } from "../../shared/presenters/riconciliazione-v2/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getRiconciliazione as createGet } from "../../shared/usecases/riconciliazioni/get-riconciliazione.ts";

const get = createGet(porteContabili);

export const handler = httpOperation(getRiconciliazione, async ({ params: { idDominio, idIncasso }, query, chiamante }) => {
  const esito = await get({ idDominio, id: idIncasso }, toTrattoConTipi(query, RIGHE_MASSIME), chiamante);
  return esito.ok ? reply(200, presentRiconciliazioneV2(esito.valore)) : refuse(esito.errore);
});
