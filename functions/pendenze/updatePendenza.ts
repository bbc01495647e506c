/** PATCH /pendenze/{idA2A}/{idPendenza}: annulment, restoration, reason, acknowledgement and notes. */
import { updatePendenza } from "../../shared/contracts/pendenze/scrittura.ts";
import { presentEtag, toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { toVariazione } from "../../shared/presenters/pendenze/variazioni.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteScrittura } from "../../shared/runtime/wiring/pendenze.ts";
import { updatePendenza as createUpdate } from "../../shared/usecases/pendenze/update-pendenza.ts";

const update = createUpdate(porteScrittura);

const v2 = httpOperation(updatePendenza, async ({ params, body, ifMatch, ...scambio }) => {
  const esito = await update({ ...params, variazioni: body.map(toVariazione), ...scambio, ...toCondizione(ifMatch) });
  return esito.ok ? reply(200, undefined, presentEtag(esito.valore)) : refuse(esito.errore);
});

export const handler = withVersioni(v2, {
  "pendenze-v1": () => import("../pendenze-v1/updatePendenza.ts"),
  portale: () => import("../portale/updatePosizione.ts"),
});
