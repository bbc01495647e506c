/** GET /applicazioni/{idA2A}: a client application. */
import { getApplicazione } from "../../../shared/contracts/backoffice/applicazioni.ts";
import { presentApplicazione } from "../../../shared/presenters/backoffice/applicazione.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { applicazioni, getUtenza } from "../../../shared/usecases/anagrafiche/utenze.ts";

const get = getUtenza(applicazioni)(letturaAnagrafiche);

export const handler = httpOperation(getApplicazione, async ({ params, chiamante }) => {
  const esito = await get(params.idA2A, chiamante);
  return esito.ok ? reply(200, presentApplicazione(esito.valore), presentEtag(esito.valore.utenza)) : refuse(esito.errore);
});
