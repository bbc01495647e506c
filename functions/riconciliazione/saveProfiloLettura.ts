/** PUT /profiliLettura/{idDominio}/{nome}: 201 when the profile did not exist, 200 when it was replaced. */
import { saveProfiloLettura } from "../../shared/contracts/riconciliazione/profili-lettura.ts";
import { toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { presentProfiloLettura, toProfiloLettura } from "../../shared/presenters/riconciliazione/profilo-lettura.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { scritturaRegistroIntero } from "../../shared/runtime/wiring/registro-intero.ts";
import { saveProfiloLettura as createSave } from "../../shared/usecases/tesoreria/profili-lettura.ts";

const save = createSave(scritturaRegistroIntero);

export const handler = httpOperation(saveProfiloLettura, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const profilo = toProfiloLettura(params, body);
  const esito = await save(profilo, { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, presentProfiloLettura({ profilo, predefinito: false })) : refuse(esito.errore);
});
