/** POST /incassi/{idDominio}: a treasury movement registered and reconciled while the operator waits. */
import { addIncasso } from "../../../shared/contracts/backoffice/incassi.ts";
import { presentIncasso, toIncasso } from "../../../shared/presenters/backoffice/incasso.ts";
import { COLLEGAMENTI_OPERATORE } from "../../../shared/presenters/backoffice/riscossione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { detail, register } from "../../../shared/runtime/wiring/registrazione-movimenti.ts";

export const handler = httpOperation(addIncasso, async ({ params: { idDominio }, body, chiamante, traccia }) => {
  const incasso = toIncasso(idDominio, body);
  if (!incasso.ok) return refuse({ codice: "SINTASSI", dettaglio: incasso.errore });
  const esito = await register(incasso.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { riconciliazione } = esito.valore;
  const dettaglio = await detail(riconciliazione, chiamante);
  return reply(201, presentIncasso(dettaglio), { location: COLLEGAMENTI_OPERATORE.riconciliazione(idDominio, riconciliazione.id) });
});
