/** PUT /operatori/{principal}: 201 when it did not exist, 200 when it was replaced, 202 when it waits for another person. */
import { addOperatore } from "../../../shared/contracts/backoffice/operatori.ts";
import { toOperatore } from "../../../shared/presenters/backoffice/operatore.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaDiritti } from "../../../shared/runtime/wiring/diritti.ts";
import { saveOperatore } from "../../../shared/usecases/anagrafiche/save-operatore.ts";

const save = saveOperatore(scritturaDiritti);

export const handler = httpOperation(addOperatore, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toOperatore(params.principal, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore.stato, undefined, presentLocation(esito.valore)) : refuse(esito.errore);
});
