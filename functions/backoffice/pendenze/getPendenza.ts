/** GET /pendenze/{idA2A}/{idPendenza}: a debt with all that happened to it, for operators. */
import { getPendenza } from "../../../shared/contracts/backoffice/pendenze-lettura.ts";
import { presentPendenzaOperatore } from "../../../shared/presenters/backoffice/pendenza.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenzaOperatore } from "../../../shared/usecases/pendenze/get-pendenza-operatore.ts";

const get = getPendenzaOperatore(porteLettura);

export const handler = httpOperation(getPendenza, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentPendenzaOperatore(esito.valore), presentEtag(esito.valore.pendenza)) : refuse(esito.errore);
});
