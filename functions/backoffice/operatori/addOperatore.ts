/** PUT /operatori/{principal}: 201 when it did not exist, 200 when it was replaced. */
import { addOperatore } from "../../../shared/contracts/backoffice/operatori.ts";
import { toOperatore } from "../../../shared/presenters/backoffice/operatore.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveOperatore } from "../../../shared/usecases/anagrafiche/save-operatore.ts";

const save = saveOperatore(scritturaAnagrafiche);

export const handler = httpOperation(addOperatore, async ({ params, body, chiamante, traccia }) => {
  const esito = await save(toOperatore(params.principal, body), { chiamante, traccia });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
