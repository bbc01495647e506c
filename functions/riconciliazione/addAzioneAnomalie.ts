/** POST /anomalie/azioni: the same changes on many anomalies. */
import { addAzioneAnomalie } from "../../shared/contracts/riconciliazione/anomalie.ts";
import { toScelta, toVariazione } from "../../shared/presenters/riconciliazione/anomalia.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAnomalie } from "../../shared/runtime/wiring/anomalie.ts";
import { updateAnomalie } from "../../shared/usecases/anomalie/update-anomalia.ts";

const update = updateAnomalie(porteAnomalie);

export const handler = httpOperation(addAzioneAnomalie, async ({ body, chiamante, traccia }) => {
  const { esiti, ...seguito } = await update(toScelta(body), { variazioni: body.variazioni.map(toVariazione), chiamante, traccia });
  return reply(200, { esiti: [...esiti], ...seguito });
});
