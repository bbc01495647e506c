/** GET /tipiPendenza/{idTipoPendenza}: a debt type of the installation. */
import { getTipoPendenza } from "../../../shared/contracts/backoffice/tipi-pendenza.ts";
import { presentTipoPendenza } from "../../../shared/presenters/backoffice/tipo-pendenza.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { tipiPendenza } from "../../../shared/usecases/anagrafiche/tipi-pendenza.ts";

const get = getVoce(tipiPendenza)(letturaAnagrafiche);

export const handler = httpOperation(getTipoPendenza, async ({ params, chiamante }) => {
  const esito = await get({ id: params.idTipoPendenza }, chiamante);
  return esito.ok ? reply(200, presentTipoPendenza(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
