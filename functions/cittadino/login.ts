/** GET /login: who is recognised has its profile, the others go to the identity provider. */
import { login } from "../../shared/contracts/cittadino/accesso.ts";
import { presentProfiloCittadino } from "../../shared/presenters/utente/profilo.ts";
import { enterCittadino } from "../../shared/runtime/accessi/enter-cittadino.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(login, async ({ query, ...browser }) => {
  const esito = await enterCittadino(browser, query);
  if (!esito.ok) return refuse(esito.errore);
  const { headers } = esito.valore;
  if ("verso" in esito.valore) return reply(303, undefined, { location: esito.valore.verso, ...headers });
  return reply(200, presentProfiloCittadino(esito.valore.cittadino), headers);
});
