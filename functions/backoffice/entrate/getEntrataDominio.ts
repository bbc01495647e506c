/** GET /domini/{idDominio}/entrate/{idEntrata}: an income code of a creditor. */
import { getEntrataDominio } from "../../../shared/contracts/backoffice/entrate.ts";
import { presentEntrataDominio } from "../../../shared/presenters/backoffice/entrata.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { entrateDominio } from "../../../shared/usecases/anagrafiche/entrate-dominio.ts";

const get = getVoce(entrateDominio)(letturaAnagrafiche);

export const handler = httpOperation(getEntrataDominio, async ({ params, chiamante }) => {
  const esito = await get({ id: params.idEntrata, ambito: params.idDominio }, chiamante);
  return esito.ok ? reply(200, presentEntrataDominio(esito.valore), presentEtag(esito.valore.propria)) : refuse(esito.errore);
});
