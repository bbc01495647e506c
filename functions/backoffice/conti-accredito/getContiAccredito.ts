/** GET /domini/{idDominio}/contiAccredito/{ibanAccredito}: an account of a creditor. */
import { getContiAccredito } from "../../../shared/contracts/backoffice/conti-accredito.ts";
import { presentContoAccredito } from "../../../shared/presenters/backoffice/conto-accredito.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { contiAccredito } from "../../../shared/usecases/anagrafiche/conti-accredito.ts";

const get = getVoce(contiAccredito)(letturaAnagrafiche);

export const handler = httpOperation(getContiAccredito, async ({ params, chiamante }) => {
  const esito = await get({ id: params.ibanAccredito.toUpperCase(), ambito: params.idDominio }, chiamante);
  return esito.ok ? reply(200, presentContoAccredito(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
