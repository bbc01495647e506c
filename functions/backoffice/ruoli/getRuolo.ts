/** GET /ruoli/{idRuolo}: a role. */
import { getRuolo } from "../../../shared/contracts/backoffice/ruoli.ts";
import { presentRuolo } from "../../../shared/presenters/backoffice/ruolo.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { ruoli } from "../../../shared/usecases/anagrafiche/ruoli.ts";

const get = getVoce(ruoli)(letturaAnagrafiche);

export const handler = httpOperation(getRuolo, async ({ params, chiamante }) => {
  const esito = await get({ id: params.idRuolo }, chiamante);
  return esito.ok ? reply(200, presentRuolo(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
