/** PUT /domini/{idDominio}: 201 when it did not exist, 200 when it was replaced. */
import { addDominio } from "../../../shared/contracts/backoffice/domini-scrittura.ts";
import { toDominio } from "../../../shared/presenters/backoffice/dominio.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveDominio } from "../../../shared/usecases/anagrafiche/save-dominio.ts";

const save = saveDominio(scritturaAnagrafiche);

export const handler = httpOperation(addDominio, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toDominio(params.idDominio, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
