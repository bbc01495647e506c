/** GET /pendenze/{idA2A}/{idPendenza}, v3: a debt with what was collected of each item. */
import { getPendenza } from "../../shared/contracts/pagamento-v3/pendenze.ts";
import { presentPendenzaV3 } from "../../shared/presenters/pagamento/pendenza-v3.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenza as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

export const handler = httpOperation(getPendenza, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPendenzaV3(esito.valore)) : refuse(esito.errore);
});
