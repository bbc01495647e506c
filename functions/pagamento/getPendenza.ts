/** GET /pendenze/{idA2A}/{idPendenza}: a debt with its payment attempts. */
import { getPendenza } from "../../shared/contracts/pagamento/pendenze.ts";
import { presentPendenza } from "../../shared/presenters/pendenze/pendenza.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenza as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

const v2 = httpOperation(getPendenza, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  return esito.ok ? reply(200, presentPendenza(getPendenza.api, esito.valore)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, {
  "pagamento-v3": () => import("../pagamento-v3/getPendenza.ts"),
  "pagamento-v1": () => import("../pagamento-v1/getPendenza.ts"),
});
