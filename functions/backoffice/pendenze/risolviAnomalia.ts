/** POST /pendenze/{idA2A}/{idPendenza}/risolviAnomalia: an operator settles a debt paid twice or with another amount. */
import { risolviAnomalia } from "../../../shared/contracts/backoffice/pendenze.ts";
import { presentAnomaliaRisolta, toRisoluzione } from "../../../shared/presenters/backoffice/anomalia.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteVariazione } from "../../../shared/runtime/wiring/variazioni.ts";
import { resolveAnomalia } from "../../../shared/usecases/pendenze/resolve-anomalia.ts";

const resolve = resolveAnomalia(porteVariazione);

export const handler = httpOperation(risolviAnomalia, async ({ params, body, chiamante, traccia }) => {
  const risoluzione = toRisoluzione(body);
  if (!risoluzione.ok) return refuse({ codice: "SINTASSI", dettaglio: risoluzione.errore });
  const esito = await resolve({ ...params, risoluzione: risoluzione.valore, chiamante, traccia });
  return esito.ok ? reply(200, presentAnomaliaRisolta(esito.valore)) : refuse(esito.errore);
});
