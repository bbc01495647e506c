/** GET /accesso/ritorno: back from the identity provider. */
import { completeLogin } from "../../shared/contracts/utente/accesso.ts";
import { openCookieCittadino, readAccessoCittadino, readIdCittadino } from "../../shared/runtime/accessi/cookie-cittadino.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLogin } from "../../shared/runtime/wiring/accesso-cittadini.ts";
import { completeLogin as createComplete } from "../../shared/usecases/accessi/login-cittadino.ts";

const complete = createComplete(porteLogin);

export const handler = httpOperation(completeLogin, async ({ query, cookies, traccia }) => {
  const browser = { cookie: readAccessoCittadino(cookies), precedente: readIdCittadino(cookies) };
  const esito = await complete({ codice: query.code, stato: query.state, errore: query.error, emittente: query.iss, ...browser }, traccia);
  if (!esito.ok) return refuse(esito.errore);
  return reply(303, undefined, { location: esito.valore.ritorno, ...(await openCookieCittadino(esito.valore.sessione, cookies)) });
});
