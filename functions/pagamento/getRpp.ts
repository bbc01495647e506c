/** GET /rpp/{idDominio}/{iuv}/{ccp}: one payment attempt. */
import { getRpp } from "../../shared/contracts/pagamento/rpp.ts";
import { presentRpp } from "../../shared/presenters/pendenze/rpp.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/get-rpp.ts";

const get = createGetRpp(porteLettura);

const v2 = httpOperation(getRpp, async ({ params, chiamante, cookies }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  const { rpp, creditori, adesso } = esito.valore;
  return reply(200, presentRpp(getRpp.api, creditori, adesso)(rpp));
});

export const handler = withVersioni(v2, { "pagamento-v1": () => import("../pagamento-v1/getRpp.ts") });
