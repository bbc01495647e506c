/** GET /rpp/{idDominio}/{iuv}/{ccp}: one payment attempt. */
import { getRpp } from "../../shared/contracts/pagamento/rpp.ts";
import { presentRpp } from "../../shared/presenters/pendenze/rpp.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/get-rpp.ts";

const get = createGetRpp(porteLettura);

export const handler = httpOperation(getRpp, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { rpp, creditori, adesso } = esito.valore;
  return reply(200, presentRpp(getRpp.api, creditori, adesso)(rpp));
});
