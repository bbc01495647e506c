/** PUT /domini/{idDominio}/entrate/{idEntrata}: 201 when it did not exist, 200 when it was replaced. */
import { addEntrataDominio } from "../../../shared/contracts/backoffice/entrate.ts";
import { toEntrataDominio } from "../../../shared/presenters/backoffice/entrata.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveEntrataDominio } from "../../../shared/usecases/anagrafiche/save-entrata-dominio.ts";

const save = saveEntrataDominio(scritturaAnagrafiche);

export const handler = httpOperation(addEntrataDominio, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toEntrataDominio(params, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
