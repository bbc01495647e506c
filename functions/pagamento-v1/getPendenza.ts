/** GET /pendenze/{idA2A}/{idPendenza}, v1: a debt with its payment attempts. */
import { getPendenza } from "../../shared/contracts/pagamento-v1/pendenze.ts";
import { presentPendenzaV1 } from "../../shared/presenters/pendenze-v1/pendenza.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenza as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

export const handler = httpOperation(getPendenza, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPendenzaV1(esito.valore, "pagamento-v1")) : refuse(esito.errore);
});
