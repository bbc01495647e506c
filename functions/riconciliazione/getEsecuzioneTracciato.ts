/** GET /tracciatiContabili/{idDominio}/{nome}/esecuzioni/{id}: how a run is going, and where its file is. */
import { getEsecuzioneTracciato } from "../../shared/contracts/riconciliazione/tracciati-contabili.ts";
import { presentEsecuzioneTracciato } from "../../shared/presenters/riconciliazione/tracciato-contabile.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { oggetti } from "../../shared/runtime/wiring/oggetti.ts";
import { tracciati } from "../../shared/runtime/wiring/tracciati-contabili.ts";
import { getEsecuzioneTracciato as createGet } from "../../shared/usecases/contabilita/tracciati-contabili.ts";

const get = createGet({ tracciati, oggetti });

export const handler = httpOperation(getEsecuzioneTracciato, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentEsecuzioneTracciato(esito.valore.esecuzione, esito.valore.collegamento)) : refuse(esito.errore);
});
