/** PUT /ruoli/{idRuolo}: 201 when it did not exist, 200 when it was replaced, 202 when it waits for another person. */
import { addRuolo } from "../../../shared/contracts/backoffice/ruoli.ts";
import { toRuolo } from "../../../shared/presenters/backoffice/ruolo.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaDiritti } from "../../../shared/runtime/wiring/diritti.ts";
import { saveRuolo } from "../../../shared/usecases/anagrafiche/save-ruolo.ts";

const save = saveRuolo(scritturaDiritti);

export const handler = httpOperation(addRuolo, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toRuolo(params.idRuolo, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore.stato, undefined, presentLocation(esito.valore)) : refuse(esito.errore);
});
