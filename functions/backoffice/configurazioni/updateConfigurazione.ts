/** PATCH /configurazioni: replaces the sections named by the operations. */
import { updateConfigurazione } from "../../../shared/contracts/backoffice/configurazioni.ts";
import { presentConfigurazione, toSezioniPatch } from "../../../shared/presenters/backoffice/configurazione.ts";
import { presentEtag, toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaConfigurazione } from "../../../shared/runtime/wiring/configurazione.ts";
import { saveConfigurazione } from "../../../shared/usecases/configurazione/configurazione.ts";

const save = saveConfigurazione(scritturaConfigurazione);

export const handler = httpOperation(updateConfigurazione, async ({ body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toSezioniPatch(body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(200, presentConfigurazione(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
