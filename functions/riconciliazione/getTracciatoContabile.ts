/** GET /tracciatiContabili/{idDominio}/{nome}: a layout towards accounting. */
import { getTracciatoContabile } from "../../shared/contracts/riconciliazione/tracciati-contabili.ts";
import { presentEtag } from "../../shared/presenters/comuni/versione.ts";
import { presentTracciatoContabile } from "../../shared/presenters/riconciliazione/tracciato-contabile.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { letturaRegistroIntero } from "../../shared/runtime/wiring/registro-intero.ts";
import { getTracciatoContabile as createGet } from "../../shared/usecases/contabilita/tracciati-contabili.ts";

const get = createGet(letturaRegistroIntero);

export const handler = httpOperation(getTracciatoContabile, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, params.nome, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { tracciato, predefinito } = esito.valore;
  return reply(200, presentTracciatoContabile(esito.valore), predefinito ? {} : presentEtag(tracciato));
});
