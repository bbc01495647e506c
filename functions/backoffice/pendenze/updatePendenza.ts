/** PATCH /pendenze/{idA2A}/{idPendenza}: an operator annuls, restores, gives a reason, acknowledges, adds a note. */
import { updatePendenza } from "../../../shared/contracts/backoffice/pendenze-scrittura.ts";
import { presentEtag, toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { toVariazione } from "../../../shared/presenters/pendenze/variazioni.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteVariazione } from "../../../shared/runtime/wiring/variazioni.ts";
import { updatePendenzaOperatore } from "../../../shared/usecases/pendenze/update-pendenza.ts";

const update = updatePendenzaOperatore(porteVariazione);

export const handler = httpOperation(updatePendenza, async ({ params, body, ifMatch, ...scambio }) => {
  const esito = await update({ ...params, variazioni: body.map(toVariazione), ...scambio, ...toCondizione(ifMatch) });
  return esito.ok ? reply(200, undefined, presentEtag(esito.valore)) : refuse(esito.errore);
});
