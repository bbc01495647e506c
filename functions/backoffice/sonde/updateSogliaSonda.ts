/** PUT /sonde/{id}/soglie: when a probe warns. */
import { updateSogliaSonda } from "../../../shared/contracts/backoffice/sonde.ts";
import { presentSonda } from "../../../shared/presenters/backoffice/sonda.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteSoglie } from "../../../shared/runtime/wiring/soglie-sonde.ts";
import { createUpdateSoglia } from "../../../shared/usecases/sonde/find-sonde.ts";

const update = createUpdateSoglia(porteSoglie);

export const handler = httpOperation(updateSogliaSonda, async ({ params, body, chiamante, traccia }) => {
  const esito = await update(params.id, { warn: body.sogliaWarn, error: body.sogliaError }, chiamante, traccia);
  return esito.ok ? reply(200, presentSonda(esito.valore)) : refuse(esito.errore);
});
