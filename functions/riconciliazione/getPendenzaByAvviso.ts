/** GET /pendenze/byAvviso/{idDominio}/{numeroAvviso}: the debt of a notice, with what each of its items collected. */
import { getPendenzaByAvviso } from "../../shared/contracts/riconciliazione/pendenze.ts";
import { presentAvvisoPagato } from "../../shared/presenters/riconciliazione/pendenza-pagata.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenzaByAvviso as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

export const handler = httpOperation(getPendenzaByAvviso, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentAvvisoPagato(esito.valore)) : refuse(esito.errore);
});
