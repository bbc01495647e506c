/** GET /approvazioni/{id}: what a person asked and another has to decide. */
import { getApprovazione } from "../../../shared/contracts/backoffice/approvazioni.ts";
import { presentApprovazione } from "../../../shared/presenters/backoffice/approvazioni.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { lettureCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { getApprovazione as createGet } from "../../../shared/usecases/approvazioni/find-approvazioni.ts";

const get = createGet(lettureCambi);

export const handler = httpOperation(getApprovazione, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentApprovazione(lettureCambi.clock.now())(esito.valore)) : refuse(esito.errore);
});
