/** POST /incassi/{idDominio}, v1: a treasury movement registered and reconciled while the caller waits. */
import { addIncasso } from "../../shared/contracts/riconciliazione-v1/incassi.ts";
import { presentIncassoV1, toIncassoV1 } from "../../shared/presenters/riconciliazione-v1/incasso.ts";
import { COLLEGAMENTI_V1 } from "../../shared/presenters/riconciliazione-v1/riscossione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { detail, register } from "../../shared/runtime/wiring/registrazione-movimenti.ts";

export const handler = httpOperation(addIncasso, async ({ params: { idDominio }, body, chiamante, traccia }) => {
  const movimento = toIncassoV1(idDominio, body);
  if (!movimento.ok) return refuse({ codice: "SINTASSI", dettaglio: movimento.errore });
  const esito = await register(movimento.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { riconciliazione } = esito.valore;
  const dettaglio = await detail(riconciliazione, chiamante);
  return reply(201, presentIncassoV1(dettaglio), { location: COLLEGAMENTI_V1.riconciliazione(idDominio, riconciliazione.id) });
});
