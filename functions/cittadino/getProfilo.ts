/** GET /profilo: the citizen who is logged in. */
import { getProfilo } from "../../shared/contracts/cittadino/accesso.ts";
import { presentProfiloCittadino } from "../../shared/presenters/utente/profilo.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getProfilo, async ({ chiamante: { cittadino } }) =>
  cittadino ? reply(200, presentProfiloCittadino(cittadino)) : refuse({ codice: "NON_AUTENTICATO" }),
);
