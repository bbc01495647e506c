/** GET /login/oidc/ritorno: back from the identity provider. */
import { completeLoginOidc } from "../../../shared/contracts/backoffice/accessi.ts";
import { openCookie, readAccesso, readSessione } from "../../../shared/runtime/accessi/cookie.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteOidc } from "../../../shared/runtime/wiring/accesso-oidc.ts";
import { completeOidc } from "../../../shared/usecases/accessi/login-oidc.ts";

const complete = completeOidc(porteOidc);

export const handler = httpOperation(completeLoginOidc, async ({ query, cookies, traccia }) => {
  const browser = { cookie: readAccesso(cookies), precedente: readSessione(cookies) };
  const esito = await complete({ codice: query.code, stato: query.state, errore: query.error, emittente: query.iss, ...browser }, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { headers } = await openCookie(esito.valore.sessione, cookies);
  return reply(303, undefined, { location: esito.valore.ritorno, ...headers });
});
