/** POST /login: an operator with a local account comes in. */
import { login } from "../../../shared/contracts/backoffice/accessi.ts";
import { openCookie, readSessione } from "../../../shared/runtime/accessi/cookie.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLogin, sessioniAttive } from "../../../shared/runtime/wiring/accessi.ts";
import { createLogin } from "../../../shared/usecases/accessi/login.ts";

const enter = createLogin(porteLogin);

export const handler = httpOperation(login, async ({ body, cookies, indirizzo, traccia }) => {
  if (!sessioniAttive) return refuse({ codice: "NON_AUTORIZZATO", dettaglio: "le sessioni non sono attive su questa installazione" });
  const esito = await enter({ ...body, indirizzo, precedente: readSessione(cookies) }, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { accesso, headers } = await openCookie(esito.valore.sessione, cookies);
  return reply(200, accesso, headers);
});
