/** GET /rpp/{idDominio}/{iuv}/{ccp}/rpt: what was answered to the Node. */
import { getRpt } from "../../shared/contracts/pendenze/rpp.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";

const get = createGetRpp(porteLettura);

const v2 = httpOperation(getRpt, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, { ...esito.valore.rpp.tentativo.rpt }) : refuse(esito.errore);
});

export const handler = withVersioni(v2, { "pendenze-v1": () => import("../pendenze-v1/getRpt.ts") });
