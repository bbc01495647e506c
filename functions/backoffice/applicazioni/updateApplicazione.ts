/** PATCH /applicazioni/{idA2A}: one right at a time, and the password. */
import { updateApplicazione } from "../../../shared/contracts/backoffice/applicazioni.ts";
import { presentApplicazione } from "../../../shared/presenters/backoffice/applicazione.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { toVariazione } from "../../../shared/presenters/backoffice/variazioni-utenza.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaDiritti } from "../../../shared/runtime/wiring/diritti.ts";
import { patchApplicazione } from "../../../shared/usecases/anagrafiche/patch-utenza.ts";
import { applicazioni, getUtenza } from "../../../shared/usecases/anagrafiche/utenze.ts";

const patch = patchApplicazione(scritturaDiritti);
const get = getUtenza(applicazioni)(scritturaDiritti);

export const handler = httpOperation(updateApplicazione, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const scrivente = { chiamante, traccia, ...toCondizione(ifMatch) };
  const esito = await patch({ id: params.idA2A, variazioni: body.map(toVariazione) }, scrivente);
  if (!esito.ok) return refuse(esito.errore);
  if (esito.valore.stato === 202) return reply(202, undefined, presentLocation(esito.valore));
  const vista = await get(params.idA2A, chiamante);
  return vista.ok ? reply(200, presentApplicazione(vista.valore)) : refuse(vista.errore);
});
