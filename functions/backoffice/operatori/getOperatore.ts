/** GET /operatori/{principal}: an operator. */
import { getOperatore } from "../../../shared/contracts/backoffice/operatori.ts";
import { presentOperatore } from "../../../shared/presenters/backoffice/operatore.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getUtenza, operatori } from "../../../shared/usecases/anagrafiche/utenze.ts";

const get = getUtenza(operatori)(letturaAnagrafiche);

export const handler = httpOperation(getOperatore, async ({ params, chiamante }) => {
  const esito = await get(params.principal, chiamante);
  return esito.ok ? reply(200, presentOperatore(esito.valore), presentEtag(esito.valore.utenza)) : refuse(esito.errore);
});
