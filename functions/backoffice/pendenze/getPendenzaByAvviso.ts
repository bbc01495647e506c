/** GET /pendenze/byAvviso/{idDominio}/{numeroAvviso}: a debt with all that happened to it, by the number on its notice. */
import { getPendenzaByAvviso } from "../../../shared/contracts/backoffice/pendenze-lettura.ts";
import { presentPendenzaOperatore } from "../../../shared/presenters/backoffice/pendenza.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenzaOperatoreByAvviso } from "../../../shared/usecases/pendenze/get-pendenza-operatore.ts";

const get = getPendenzaOperatoreByAvviso(porteLettura);

export const handler = httpOperation(getPendenzaByAvviso, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentPendenzaOperatore(esito.valore), presentEtag(esito.valore.pendenza)) : refuse(esito.errore);
});
