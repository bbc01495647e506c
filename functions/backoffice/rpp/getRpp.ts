/** GET /rpp/{idDominio}/{iuv}/{ccp}: one payment attempt. */
import { getRpp } from "../../../shared/contracts/backoffice/rpp.ts";
import { presentRppOperatore, toChiaveRpp } from "../../../shared/presenters/backoffice/rpp.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { getRppOperatore } from "../../../shared/usecases/pagamenti/rpp-operatore.ts";

const get = getRppOperatore(porteLettura);

export const handler = httpOperation(getRpp, async ({ params, query, chiamante }) => {
  const esito = await get(toChiaveRpp(params), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { rpp, ...nomi } = esito.valore;
  return reply(200, presentRppOperatore(nomi, query.retrocompatibilitaMessaggiPagoPAV1)(rpp));
});
