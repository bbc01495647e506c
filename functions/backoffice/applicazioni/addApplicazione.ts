/** PUT /applicazioni/{idA2A}: 201 when it did not exist, 200 when it was replaced. */
import { addApplicazione } from "../../../shared/contracts/backoffice/applicazioni.ts";
import { toApplicazione } from "../../../shared/presenters/backoffice/applicazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveApplicazione } from "../../../shared/usecases/anagrafiche/save-applicazione.ts";

const save = saveApplicazione(scritturaAnagrafiche);

export const handler = httpOperation(addApplicazione, async ({ params, body, chiamante, traccia }) => {
  const esito = await save(toApplicazione(params.idA2A, body), { chiamante, traccia });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
