/** POST /domini/{idDominio}/abbonamenti/{idAbbonamento}/azioni: what is asked of a subscription takes effect with its next turn. */
import { addAzioneAbbonamento } from "../../../shared/contracts/backoffice/abbonamenti.ts";
import { presentAbbonamento, toAzione } from "../../../shared/presenters/backoffice/abbonamento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAbbonamenti } from "../../../shared/runtime/wiring/abbonamenti.ts";
import { actOnAbbonamento } from "../../../shared/usecases/abbonamenti/abbonamenti.ts";

const act = actOnAbbonamento(porteAbbonamenti);

export const handler = httpOperation(addAzioneAbbonamento, async ({ params, body, chiamante, traccia }) => {
  const esito = await act(params, toAzione(body, traccia.inizio), chiamante, traccia);
  return esito.ok ? reply(202, presentAbbonamento(esito.valore.visto, esito.valore)) : refuse(esito.errore);
});
