/** GET /pendenze/byAvviso/{idDominio}/{numeroAvviso}: a debt with its payment attempts, by the number on its notice. */
import { getPendenzaByAvviso } from "../../shared/contracts/pendenze/pendenze.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentPendenza } from "../../shared/presenters/pendenze/pendenza.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenzaByAvviso as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

export const handler = httpOperation(getPendenzaByAvviso, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok
    ? reply(200, presentPendenza(getPendenzaByAvviso.api, esito.valore), presentEtag(esito.valore.pendenza))
    : refuse(esito.errore);
});
