/** POST /approvazioni/{id}/decisione: a second person approves or refuses; who asked may only withdraw. */
import { decidiApprovazione } from "../../../shared/contracts/backoffice/approvazioni.ts";
import { presentApprovazione } from "../../../shared/presenters/backoffice/approvazioni.ts";
import { presenti } from "../../../shared/presenters/backoffice/presenti.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteDecisione } from "../../../shared/runtime/wiring/cambi.ts";
import { decideApprovazione } from "../../../shared/usecases/approvazioni/decide-approvazione.ts";

const decide = decideApprovazione(porteDecisione);

export const handler = httpOperation(decidiApprovazione, async ({ params, body, chiamante, traccia }) => {
  const esito = await decide({ ...params, ...presenti(body), chiamante, traccia });
  return esito.ok ? reply(200, presentApprovazione(porteDecisione.clock.now())(esito.valore)) : refuse(esito.errore);
});
