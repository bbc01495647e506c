/** GET /domini/{idDominio}/unitaOperative/{idUnitaOperativa}: an operating unit. */
import { getUnitaOperativa } from "../../../shared/contracts/backoffice/unita-operative.ts";
import { presentUnitaOperativa } from "../../../shared/presenters/backoffice/unita-operativa.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { unitaOperative } from "../../../shared/usecases/anagrafiche/unita-operative.ts";

const get = getVoce(unitaOperative)(letturaAnagrafiche);

export const handler = httpOperation(getUnitaOperativa, async ({ params, chiamante }) => {
  const esito = await get({ id: params.idUnitaOperativa, ambito: params.idDominio }, chiamante);
  return esito.ok ? reply(200, presentUnitaOperativa(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
