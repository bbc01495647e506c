/** POST /cittadini/cancellazione: what the law lets go of a citizen, and what it keeps. */
import { cancellaDatiCittadino } from "../../../shared/contracts/backoffice/cittadini.ts";
import { presentCancellazione } from "../../../shared/presenters/backoffice/privacy.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { portePrivacy } from "../../../shared/runtime/wiring/privacy.ts";
import { eraseCittadino } from "../../../shared/usecases/privacy/erase-cittadino.ts";

const erase = eraseCittadino(portePrivacy);

export const handler = httpOperation(cancellaDatiCittadino, async ({ body: { prosegui, ...richiesta }, chiamante, traccia }) => {
  const esito = await erase({ ...richiesta, ...(prosegui !== undefined && { cursore: prosegui }) }, { chiamante, traccia });
  return reply(200, presentCancellazione(esito));
});
