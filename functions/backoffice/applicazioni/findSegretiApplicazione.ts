/** GET /applicazioni/{idA2A}/segreti: which secrets are valid, never what they are. */
import { findSegretiApplicazione } from "../../../shared/contracts/backoffice/segreti-applicazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { accessi } from "../../../shared/runtime/wiring/autenticazione.ts";
import { findSegreti } from "../../../shared/usecases/anagrafiche/segreti-applicazione.ts";

const find = findSegreti({ ...letturaAnagrafiche, accessi });

export const handler = httpOperation(findSegretiApplicazione, async ({ params, chiamante }) => {
  const esito = await find(params.idA2A, chiamante);
  return esito.ok ? reply(200, { segreti: [...esito.valore] }) : refuse(esito.errore);
});
