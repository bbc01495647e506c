/** GET /sonde: every probe. */
import { findSonde } from "../../../shared/contracts/backoffice/sonde.ts";
import { presentSonda } from "../../../shared/presenters/backoffice/sonda.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteSonde } from "../../../shared/runtime/wiring/sonde.ts";
import { createFindSonde } from "../../../shared/usecases/sonde/find-sonde.ts";

const find = createFindSonde(porteSonde);

export const handler = httpOperation(findSonde, async ({ chiamante }) => {
  const esito = await find(chiamante);
  return esito.ok ? reply(200, { risultati: esito.valore.map(presentSonda) }) : refuse(esito.errore);
});
