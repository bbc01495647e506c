/** GET /login/{urlID}: the login, then the address configured under that id. */
import { loginConRedirect } from "../../shared/contracts/utente/accesso.ts";
import { enterConRedirect } from "../../shared/runtime/accessi/enter-cittadino.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(loginConRedirect, async ({ params, query, ...browser }) => {
  const esito = await enterConRedirect(browser, { ...params, provider: query.provider, idDominio: query.idDominio });
  if (!esito.ok) return refuse(esito.errore);
  return reply(303, undefined, { location: esito.valore.verso, ...esito.valore.headers });
});
