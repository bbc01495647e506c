/** POST /configurazioni: replaces every section; those left out go back to their defaults. */
import { addConfigurazione } from "../../../shared/contracts/backoffice/configurazioni.ts";
import { toSezioni } from "../../../shared/presenters/backoffice/configurazione.ts";
import { presentEtag, toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaConfigurazione } from "../../../shared/runtime/wiring/configurazione.ts";
import { completeRichieste, saveConfigurazione } from "../../../shared/usecases/configurazione/configurazione.ts";

const save = saveConfigurazione(scritturaConfigurazione);

export const handler = httpOperation(addConfigurazione, async ({ body, chiamante, traccia, ifMatch }) => {
  const esito = await save(completeRichieste(toSezioni(body)), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(200, undefined, presentEtag(esito.valore)) : refuse(esito.errore);
});
