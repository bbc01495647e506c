/** GET /domini/{idDominio}: a creditor with all that hangs from it. */
import { getDominio } from "../../../shared/contracts/backoffice/domini.ts";
import { presentDominio } from "../../../shared/presenters/backoffice/dominio.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getDominio as getVista } from "../../../shared/usecases/anagrafiche/get-dominio.ts";

const get = getVista(letturaAnagrafiche);

export const handler = httpOperation(getDominio, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  return esito.ok ? reply(200, presentDominio(esito.valore), presentEtag(esito.valore.dominio)) : refuse(esito.errore);
});
