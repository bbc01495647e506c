/** GET /rpp/{idDominio}/{iuv}/{ccp}, v1: one payment attempt with its debt. */
import { getRpp } from "../../shared/contracts/pagamento-v1/rpp.ts";
import { presentRppV1 } from "../../shared/presenters/pendenze-v1/rpp.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/get-rpp.ts";

const get = createGetRpp(porteLettura);

export const handler = httpOperation(getRpp, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  const { rpp, creditori, adesso } = esito.valore;
  return reply(200, presentRppV1(creditori, adesso, "pagamento-v1")(rpp));
});
