/** GET /intermediari/{idIntermediario}/stazioni/{idStazione}: a station with the creditors that use it. */
import { getStazione } from "../../../shared/contracts/backoffice/stazioni.ts";
import { presentStazione } from "../../../shared/presenters/backoffice/stazione.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getStazione as getVista } from "../../../shared/usecases/anagrafiche/get-stazione.ts";

const get = getVista(letturaAnagrafiche);

export const handler = httpOperation(getStazione, async ({ params, chiamante }) => {
  const esito = await get(params.idIntermediario, params.idStazione, chiamante);
  return esito.ok ? reply(200, presentStazione(esito.valore), presentEtag(esito.valore.stazione)) : refuse(esito.errore);
});
