/** GET /scarti/{coda}: the dead letters of a queue, that stay where they are. */
import { findMessaggiScartati } from "../../../shared/contracts/backoffice/scarti.ts";
import { presentScarto } from "../../../shared/presenters/backoffice/scarto.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteScarti } from "../../../shared/runtime/wiring/scarti.ts";
import { createGetScarti } from "../../../shared/usecases/scarti/scarti.ts";

const get = createGetScarti(porteScarti);

export const handler = httpOperation(findMessaggiScartati, async ({ params, query, chiamante }) => {
  const esito = await get(params.coda, query.risultatiPerPagina, chiamante);
  return esito.ok ? reply(200, { risultati: esito.valore.map(presentScarto) }) : refuse(esito.errore);
});
