/** PUT /entrate/{idEntrata}: 201 when it did not exist, 200 when it was replaced. */
import { addEntrata } from "../../../shared/contracts/backoffice/entrate.ts";
import { toEntrata } from "../../../shared/presenters/backoffice/entrata.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveEntrata } from "../../../shared/usecases/anagrafiche/save-entrata.ts";

const save = saveEntrata(scritturaAnagrafiche);

export const handler = httpOperation(addEntrata, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toEntrata(params.idEntrata, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
