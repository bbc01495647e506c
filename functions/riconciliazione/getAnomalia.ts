/** GET /anomalie/{idDominio}/{id}: one anomaly with its explanation and its history. */
import { getAnomalia } from "../../shared/contracts/riconciliazione/anomalie.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentAnomalia } from "../../shared/presenters/riconciliazione/anomalia.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { getAnomalia as createGet } from "../../shared/usecases/anomalie/find-anomalie.ts";

const get = createGet(porteAnomalie);

export const handler = httpOperation(getAnomalia, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { anomalia, storia } = esito.valore;
  return reply(200, presentAnomalia(porteAnomalie.clock.now(), anomalia, storia), presentEtag(anomalia));
});
