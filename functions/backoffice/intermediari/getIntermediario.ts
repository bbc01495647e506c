/** GET /intermediari/{idIntermediario}: an intermediary with its stations. */
import { getIntermediario } from "../../../shared/contracts/backoffice/intermediari.ts";
import { presentIntermediario } from "../../../shared/presenters/backoffice/intermediario.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getIntermediario as getVista } from "../../../shared/usecases/anagrafiche/get-intermediario.ts";

const get = getVista(letturaAnagrafiche);

export const handler = httpOperation(getIntermediario, async ({ params, chiamante }) => {
  const esito = await get(params.idIntermediario, chiamante);
  return esito.ok ? reply(200, presentIntermediario(esito.valore), presentEtag(esito.valore.intermediario)) : refuse(esito.errore);
});
