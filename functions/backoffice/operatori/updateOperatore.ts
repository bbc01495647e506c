/** PATCH /operatori/{principal}: one right at a time, and the password. */
import { updateOperatore } from "../../../shared/contracts/backoffice/operatori.ts";
import { presentOperatore } from "../../../shared/presenters/backoffice/operatore.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { toVariazione } from "../../../shared/presenters/backoffice/variazioni-utenza.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaDiritti } from "../../../shared/runtime/wiring/diritti.ts";
import { patchOperatore } from "../../../shared/usecases/anagrafiche/patch-utenza.ts";
import { getUtenza, operatori } from "../../../shared/usecases/anagrafiche/utenze.ts";

const patch = patchOperatore(scritturaDiritti);
const get = getUtenza(operatori)(scritturaDiritti);

export const handler = httpOperation(updateOperatore, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const scrivente = { chiamante, traccia, ...toCondizione(ifMatch) };
  const esito = await patch({ id: params.principal, variazioni: body.map(toVariazione) }, scrivente);
  if (!esito.ok) return refuse(esito.errore);
  if (esito.valore.stato === 202) return reply(202, undefined, presentLocation(esito.valore));
  const vista = await get(params.principal, chiamante);
  return vista.ok ? reply(200, presentOperatore(vista.valore)) : refuse(vista.errore);
});
