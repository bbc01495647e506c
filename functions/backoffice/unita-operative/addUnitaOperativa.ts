/** PUT /domini/{idDominio}/unitaOperative/{idUnitaOperativa}: 201 when it did not exist, 200 when it was replaced. */
import { addUnitaOperativa } from "../../../shared/contracts/backoffice/unita-operative.ts";
import { toUnitaOperativa } from "../../../shared/presenters/backoffice/unita-operativa.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveUnitaOperativa } from "../../../shared/usecases/anagrafiche/save-unita-operativa.ts";

const save = saveUnitaOperativa(scritturaAnagrafiche);

export const handler = httpOperation(addUnitaOperativa, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toUnitaOperativa(params, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
