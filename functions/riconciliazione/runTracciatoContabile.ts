/** POST /tracciatiContabili/{idDominio}/{nome}/esecuzioni: the file of some days, made by a queue. */
import { runTracciatoContabile } from "../../shared/contracts/riconciliazione/tracciati-contabili.ts";
import { presentEsecuzioneTracciato } from "../../shared/presenters/riconciliazione/tracciato-contabile.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteTracciatiContabili } from "../../shared/runtime/wiring/tracciati-contabili.ts";
import { runTracciatoContabile as createRun } from "../../shared/usecases/contabilita/tracciati-contabili.ts";

const run = createRun(porteTracciatiContabili);

export const handler = httpOperation(runTracciatoContabile, async ({ params, body, chiamante, traccia }) => {
  const esito = await run({ ...params, da: body.dataDa, a: body.dataA }, chiamante, traccia);
  return esito.ok ? reply(202, presentEsecuzioneTracciato(esito.valore)) : refuse(esito.errore);
});
