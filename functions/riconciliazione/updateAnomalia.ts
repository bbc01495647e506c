/** PATCH /anomalie/{idDominio}/{id}: owner, queue, due date, hidden until, note, closed or open. */
import { updateAnomalia } from "../../shared/contracts/riconciliazione/anomalie.ts";
import { presentEtag, toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { presentAnomaliaIndex, toVariazione } from "../../shared/presenters/riconciliazione/anomalia.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { updateAnomalia as createUpdate } from "../../shared/usecases/anomalie/update-anomalia.ts";

const update = createUpdate(porteAnomalie);

export const handler = httpOperation(updateAnomalia, async ({ params, body, ifMatch, chiamante, traccia }) => {
  const esito = await update(params, { variazioni: body.map(toVariazione), chiamante, traccia, ...toCondizione(ifMatch) });
  if (!esito.ok) return refuse(esito.errore);
  const { anomalia } = esito.valore;
  return reply(200, presentAnomaliaIndex(porteAnomalie.clock.now())(anomalia), presentEtag(anomalia));
});
