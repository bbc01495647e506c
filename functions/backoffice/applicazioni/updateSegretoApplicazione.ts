/** PATCH /applicazioni/{idA2A}/segreti/{idSegreto}: promoted or revoked, or waiting for another person (202). */
import { updateSegretoApplicazione } from "../../../shared/contracts/backoffice/segreti-applicazione.ts";
import { presentLocation } from "../../../shared/presenters/backoffice/scritta.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { segretiApplicazioni } from "../../../shared/runtime/wiring/segreti-applicazioni.ts";
import { updateSegreto } from "../../../shared/usecases/anagrafiche/update-segreto.ts";

const update = updateSegreto(segretiApplicazioni);

export const handler = httpOperation(updateSegretoApplicazione, async ({ params, body, chiamante, traccia }) => {
  const azione = body[0]?.path === "/revocato" ? "revoca" : "promuovi";
  const esito = await update({ idA2A: params.idA2A, id: params.idSegreto, azione }, { chiamante, traccia });
  if (!esito.ok) return refuse(esito.errore);
  return reply(esito.valore.stato === 202 ? 202 : 200, undefined, presentLocation(esito.valore));
});
