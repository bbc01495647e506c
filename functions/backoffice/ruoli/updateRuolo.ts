/** PATCH /ruoli/{idRuolo}: one right at a time. */
import { updateRuolo } from "../../../shared/contracts/backoffice/ruoli.ts";
import { presentRuolo } from "../../../shared/presenters/backoffice/ruolo.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { toVariazioneAcl } from "../../../shared/presenters/backoffice/variazioni-utenza.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaDiritti } from "../../../shared/runtime/wiring/diritti.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { ruoli } from "../../../shared/usecases/anagrafiche/ruoli.ts";
import { patchRuolo } from "../../../shared/usecases/anagrafiche/save-ruolo.ts";

const patch = patchRuolo(scritturaDiritti);
const get = getVoce(ruoli)(scritturaDiritti);

export const handler = httpOperation(updateRuolo, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const scrivente = { chiamante, traccia, ...toCondizione(ifMatch) };
  const esito = await patch({ idRuolo: params.idRuolo, variazioni: body.map(toVariazioneAcl) }, scrivente);
  if (!esito.ok) return refuse(esito.errore);
  if (esito.valore.stato === 202) return reply(202, undefined, presentLocation(esito.valore));
  const ruolo = await get({ id: params.idRuolo }, chiamante);
  return ruolo.ok ? reply(200, presentRuolo(ruolo.valore)) : refuse(ruolo.errore);
});
