/** GET /sonde/{id}: one probe. */
import { getSonda } from "../../../shared/contracts/backoffice/sonde.ts";
import { presentSonda } from "../../../shared/presenters/backoffice/sonda.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteSonde } from "../../../shared/runtime/wiring/sonde.ts";
import { createGetSonda } from "../../../shared/usecases/sonde/find-sonde.ts";

const get = createGetSonda(porteSonde);

export const handler = httpOperation(getSonda, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentSonda(esito.valore)) : refuse(esito.errore);
});
