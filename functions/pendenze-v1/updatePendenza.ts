/** PATCH /pendenze/{idA2A}/{idPendenza}, v1: annulment, restoration, reason, acknowledgement and notes. */
import { updatePendenza } from "../../shared/contracts/pendenze-v1/scrittura.ts";
import { toVariazione } from "../../shared/presenters/pendenze/variazioni.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteScrittura } from "../../shared/runtime/wiring/pendenze.ts";
import { updatePendenza as createUpdate } from "../../shared/usecases/pendenze/update-pendenza.ts";

const update = createUpdate(porteScrittura);

export const handler = httpOperation(updatePendenza, async ({ params, body, chiamante, traccia }) => {
  const esito = await update({ ...params, variazioni: body.map(toVariazione), chiamante, traccia });
  return esito.ok ? reply(200, undefined) : refuse(esito.errore);
});
