/** GET /scarti: how many dead letters each queue has. */
import { findScarti } from "../../../shared/contracts/backoffice/scarti.ts";
import { presentScartiCoda } from "../../../shared/presenters/backoffice/scarto.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteScarti } from "../../../shared/runtime/wiring/scarti.ts";
import { createFindScarti } from "../../../shared/usecases/scarti/scarti.ts";

const find = createFindScarti(porteScarti);

export const handler = httpOperation(findScarti, async ({ chiamante }) => {
  const esito = await find(chiamante);
  return esito.ok ? reply(200, { risultati: esito.valore.map(presentScartiCoda) }) : refuse(esito.errore);
});
