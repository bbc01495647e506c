/** PUT /delega: for whom the citizen acts from now on. */
import { changeDelega } from "../../shared/contracts/utente/accesso.ts";
import { presentProfiloCittadino } from "../../shared/presenters/utente/profilo.ts";
import { replaceDelega } from "../../shared/runtime/accessi/replace-delega.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(changeDelega, async ({ body, ...browser }) => {
  const esito = await replaceDelega(browser, body.perConto);
  return esito.ok ? reply(200, presentProfiloCittadino(esito.valore.cittadino), esito.valore.headers) : refuse(esito.errore);
});
