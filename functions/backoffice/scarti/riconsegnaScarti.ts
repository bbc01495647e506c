/** POST /scarti/{coda}/riconsegna: the dead letters go back to their queue. */
import { riconsegnaScarti } from "../../../shared/contracts/backoffice/scarti.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteGestioneScarti } from "../../../shared/runtime/wiring/gestione-scarti.ts";
import { createRedeliverScarti } from "../../../shared/usecases/scarti/scarti.ts";

const redeliver = createRedeliverScarti(porteGestioneScarti);

export const handler = httpOperation(riconsegnaScarti, async ({ params, chiamante, traccia }) => {
  const esito = await redeliver(params.coda, chiamante, traccia);
  return esito.ok ? reply(200, esito.valore) : refuse(esito.errore);
});
