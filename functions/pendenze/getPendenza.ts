/** GET /pendenze/{idA2A}/{idPendenza}: a debt with its payment attempts. */
import { getPendenza } from "../../shared/contracts/pendenze/pendenze.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentPendenza } from "../../shared/presenters/pendenze/pendenza.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { getPendenza as createGet } from "../../shared/usecases/pendenze/get-pendenza.ts";

const get = createGet(porteLettura);

const v2 = httpOperation(getPendenza, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentPendenza(getPendenza.api, esito.valore), presentEtag(esito.valore.pendenza)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, { "pendenze-v1": () => import("../pendenze-v1/getPendenza.ts") });
