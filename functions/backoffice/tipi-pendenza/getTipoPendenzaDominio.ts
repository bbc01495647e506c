/** GET /domini/{idDominio}/tipiPendenza/{idTipoPendenza}: a debt type of a creditor. */
import { getTipoPendenzaDominio } from "../../../shared/contracts/backoffice/tipi-pendenza.ts";
import { presentTipoPendenzaDominio } from "../../../shared/presenters/backoffice/tipo-pendenza.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { getVoce } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { tipiPendenzaDominio } from "../../../shared/usecases/anagrafiche/tipi-pendenza-dominio.ts";

const get = getVoce(tipiPendenzaDominio)(letturaAnagrafiche);

export const handler = httpOperation(getTipoPendenzaDominio, async ({ params, chiamante }) => {
  const esito = await get({ id: params.idTipoPendenza, ambito: params.idDominio }, chiamante);
  return esito.ok ? reply(200, presentTipoPendenzaDominio(esito.valore), presentEtag(esito.valore.propria)) : refuse(esito.errore);
});
