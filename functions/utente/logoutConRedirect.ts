/** GET /logout/{urlID}: the end of the session, here and at the provider, then the address configured under that id. */
import { logoutConRedirect } from "../../shared/contracts/utente/accesso.ts";
import { leaveConRedirect } from "../../shared/runtime/accessi/enter-cittadino.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(logoutConRedirect, async ({ params, query, ...browser }) => {
  const esito = await leaveConRedirect(browser, { ...params, idDominio: query.idDominio });
  if (!esito.ok) return refuse(esito.errore);
  return reply(303, undefined, { location: esito.valore.verso, ...esito.valore.headers });
});
