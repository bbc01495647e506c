/** POST /scarti/{coda}/{idMessaggio}/riconsegna: a dead letter goes back to its queue. */
import { riconsegnaScarto } from "../../../shared/contracts/backoffice/scarti.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteGestioneScarti } from "../../../shared/runtime/wiring/gestione-scarti.ts";
import { createRedeliverScarto } from "../../../shared/usecases/scarti/scarti.ts";

const redeliver = createRedeliverScarto(porteGestioneScarti);

export const handler = httpOperation(riconsegnaScarto, async ({ params, chiamante, traccia }) => {
  const esito = await redeliver({ coda: params.coda, id: params.idMessaggio }, chiamante, traccia);
  return esito.ok ? reply(204, undefined) : refuse(esito.errore);
});
