/** POST /riconciliazioni/{idDominio}/{id}/annullamento: what a reconciliation collected goes back. */
import { undoRiconciliazione } from "../../shared/contracts/riconciliazione/annullamenti.ts";
import { presentRiconciliazioneInCorso } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteAzioniRiconciliazione } from "../../shared/runtime/wiring/azioni-riconciliazione.ts";
import { findNomi } from "../../shared/usecases/rendicontazioni/ambito.ts";
import { undoRiconciliazione as createUndo } from "../../shared/usecases/riconciliazioni/undo-riconciliazione.ts";

const undo = createUndo(porteAzioniRiconciliazione);

export const handler = httpOperation(undoRiconciliazione, async ({ params, body, chiamante, traccia }) => {
  const esito = await undo(params, body.motivo, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const nomi = await findNomi(porteAzioniRiconciliazione, [params.idDominio]);
  return reply(202, ...presentRiconciliazioneInCorso(esito.valore, nomi));
});
