/** PUT /domini/{idDominio}/tipiPendenza/{idTipoPendenza}: 201 when it did not exist, 200 when it was replaced. */
import { addTipoPendenzaDominio } from "../../../shared/contracts/backoffice/tipi-pendenza.ts";
import { toTipoPendenzaDominio } from "../../../shared/presenters/backoffice/tipo-pendenza.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveTipoPendenzaDominio } from "../../../shared/usecases/anagrafiche/save-tipo-pendenza-dominio.ts";

const save = saveTipoPendenzaDominio(scritturaAnagrafiche);

export const handler = httpOperation(addTipoPendenzaDominio, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toTipoPendenzaDominio(params, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
