/** POST /riconciliazioni/{idDominio}, v2: a treasury movement registered and reconciled while the caller waits. */
import { addRiconciliazione } from "../../shared/contracts/riconciliazione-v2/riconciliazioni.ts";
import { toRiconciliazioneNuova } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { presentRiconciliazioneV2 } from "../../shared/presenters/riconciliazione-v2/riconciliazione.ts";
import { COLLEGAMENTI_V2 } from "../../shared/presenters/riconciliazione-v2/riscossione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { detail, register } from "../../shared/runtime/wiring/registrazione-movimenti.ts";

export const handler = httpOperation(addRiconciliazione, async ({ params: { idDominio }, body, chiamante, traccia }) => {
  const movimento = toRiconciliazioneNuova(idDominio, body);
  if (!movimento.ok) return refuse({ codice: "SINTASSI", dettaglio: movimento.errore });
  const esito = await register(movimento.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { riconciliazione, ripetuta } = esito.valore;
  const dettaglio = await detail(riconciliazione, chiamante);
  const location = COLLEGAMENTI_V2.riconciliazione(idDominio, riconciliazione.id);
  return reply(ripetuta ? 200 : 201, presentRiconciliazioneV2(dettaglio), { location });
});
