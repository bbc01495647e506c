/** GET /profiliLettura/{idDominio}/{nome}: a mapping profile, of the creditor or of the product. */
import { getProfiloLettura } from "../../shared/contracts/riconciliazione/profili-lettura.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentProfiloLettura } from "../../shared/presenters/riconciliazione/profilo-lettura.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { letturaRegistroIntero } from "../../shared/runtime/wiring/registro-intero.ts";
import { getProfiloLettura as createGet } from "../../shared/usecases/tesoreria/profili-lettura.ts";

const get = createGet(letturaRegistroIntero);

export const handler = httpOperation(getProfiloLettura, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, params.nome, chiamante);
  return esito.ok ? reply(200, presentProfiloLettura(esito.valore), presentEtag(esito.valore.profilo)) : refuse(esito.errore);
});
