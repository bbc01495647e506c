/** POST /riconciliazioni/{idDominio}/{id}/ripetizione: one that failed tries again. */
import { retryRiconciliazione } from "../../shared/contracts/riconciliazione/annullamenti.ts";
import { presentRiconciliazioneInCorso } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAzioniRiconciliazione } from "../../shared/runtime/wiring/azioni-riconciliazione.ts";
import { findNomi } from "../../shared/usecases/rendicontazioni/ambito.ts";
import { retryRiconciliazione as createRetry } from "../../shared/usecases/riconciliazioni/retry-riconciliazione.ts";

const retry = createRetry(porteAzioniRiconciliazione);

export const handler = httpOperation(retryRiconciliazione, async ({ params, chiamante, traccia }) => {
  const esito = await retry(params, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const nomi = await findNomi(porteAzioniRiconciliazione, [params.idDominio]);
  return reply(202, ...presentRiconciliazioneInCorso(esito.valore, nomi));
});
