/** PUT /tipiPendenza/{idTipoPendenza}: 201 when it did not exist, 200 when it was replaced. */
import { addTipoPendenza } from "../../../shared/contracts/backoffice/tipi-pendenza.ts";
import { toTipoPendenza } from "../../../shared/presenters/backoffice/tipo-pendenza.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveTipoPendenza } from "../../../shared/usecases/anagrafiche/save-tipo-pendenza.ts";

const save = saveTipoPendenza(scritturaAnagrafiche);

export const handler = httpOperation(addTipoPendenza, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toTipoPendenza(params.idTipoPendenza, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
