/** POST /domini/{idDominio}/cambiIban/{id}/interruzione: stops the replacement of an account; what has changed stays. */
import { interrompiCambioIban } from "../../../shared/contracts/backoffice/cambi-iban.ts";
import { presentCambio } from "../../../shared/presenters/backoffice/cambi-iban.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { stopCambio } from "../../../shared/usecases/cambi/stop-cambio.ts";

const stop = stopCambio(porteCambi);

export const handler = httpOperation(interrompiCambioIban, async ({ params, body, chiamante, traccia }) => {
  const esito = await stop({ ...params, ...body, chiamante, traccia });
  return esito.ok ? reply(200, presentCambio(porteCambi.clock.now())(esito.valore)) : refuse(esito.errore);
});
