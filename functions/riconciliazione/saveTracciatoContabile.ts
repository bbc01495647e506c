/** PUT /tracciatiContabili/{idDominio}/{nome}: 201 when the layout did not exist, 200 when it was replaced. */
import { saveTracciatoContabile } from "../../shared/contracts/riconciliazione/tracciati-contabili.ts";
import { toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { presentTracciatoContabile, toTracciatoContabile } from "../../shared/presenters/riconciliazione/tracciato-contabile.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { scritturaRegistroIntero } from "../../shared/runtime/wiring/registro-intero.ts";
import { saveTracciatoContabile as createSave } from "../../shared/usecases/contabilita/tracciati-contabili.ts";

const save = createSave(scritturaRegistroIntero);

export const handler = httpOperation(saveTracciatoContabile, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const tracciato = toTracciatoContabile(params, body);
  const esito = await save(tracciato, { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, presentTracciatoContabile({ tracciato, predefinito: false })) : refuse(esito.errore);
});
