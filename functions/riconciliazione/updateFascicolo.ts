/** PATCH /fascicoli/{idDominio}/{id}: what is decided about a payment that does not fit. */
import { updateFascicolo } from "../../shared/contracts/riconciliazione/fascicoli.ts";
import { presentEtag, toCondizione } from "../../shared/presenters/comuni/versione.ts";
import { presentFascicoloIndex, toAzione } from "../../shared/presenters/riconciliazione/fascicolo.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFascicoli } from "../../shared/runtime/wiring/fascicoli.ts";
import { updateFascicolo as createUpdate } from "../../shared/usecases/fascicoli/act-on-fascicolo.ts";

const update = createUpdate(porteFascicoli);

export const handler = httpOperation(updateFascicolo, async ({ params, body, ifMatch, chiamante, traccia }) => {
  const azione = toAzione(body);
  if (!azione.ok) return refuse(azione.errore);
  const esito = await update(params, { azione: azione.valore, chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(200, presentFascicoloIndex(esito.valore), presentEtag(esito.valore)) : refuse(esito.errore);
});
