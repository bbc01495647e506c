/** GET /rpp/{idDominio}/{iuv}/{ccp}/rpt: what was answered to the Node. */
import { getRpt } from "../../shared/contracts/pagamento/rpp.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";

const get = createGetRpp(porteLettura);

export const handler = httpOperation(getRpt, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, { ...esito.valore.rpp.tentativo.rpt }) : refuse(esito.errore);
});
