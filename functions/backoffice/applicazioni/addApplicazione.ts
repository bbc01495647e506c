/** PUT /applicazioni/{idA2A}: 201 when it did not exist, 200 when it was replaced, 202 when it waits for another person. */
import { addApplicazione } from "../../../shared/contracts/backoffice/applicazioni.ts";
import { toApplicazione } from "../../../shared/presenters/backoffice/applicazione.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaDiritti } from "../../../shared/runtime/wiring/diritti.ts";
import { saveApplicazione } from "../../../shared/usecases/anagrafiche/save-applicazione.ts";

const save = saveApplicazione(scritturaDiritti);

export const handler = httpOperation(addApplicazione, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toApplicazione(params.idA2A, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore.stato, undefined, presentLocation(esito.valore)) : refuse(esito.errore);
});
