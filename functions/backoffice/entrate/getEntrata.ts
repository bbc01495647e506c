/** GET /entrate/{idEntrata}: an income code of the installation. */
import { getEntrata } from "../../../shared/contracts/backoffice/entrate.ts";
import { presentEntrata } from "../../../shared/presenters/backoffice/entrata.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { entrate } from "../../../shared/usecases/anagrafiche/entrate.ts";

const get = getVoce(entrate)(letturaAnagrafiche);

export const handler = httpOperation(getEntrata, async ({ params, chiamante }) => {
  const esito = await get({ id: params.idEntrata }, chiamante);
  return esito.ok ? reply(200, presentEntrata(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
