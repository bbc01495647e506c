/** PUT /intermediari/{idIntermediario}: 201 when it did not exist, 200 when it was replaced. */
import { addIntermediario } from "../../../shared/contracts/backoffice/intermediari.ts";
import { toIntermediario } from "../../../shared/presenters/backoffice/intermediario.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveIntermediario } from "../../../shared/usecases/anagrafiche/save-intermediario.ts";

const save = saveIntermediario(scritturaAnagrafiche);

export const handler = httpOperation(addIntermediario, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toIntermediario(params.idIntermediario, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
