/** POST /incassi/{idDominio}: a treasury movement registered and reconciled while the operator waits. */
import { addIncasso } from "../../../shared/contracts/backoffice/incassi.ts";
import { RIGHE_MASSIME } from "../../../shared/contracts/riconciliazione/parametri.ts";
import { presentIncasso, toIncasso } from "../../../shared/presenters/backoffice/incasso.ts";
import { COLLEGAMENTI_OPERATORE } from "../../../shared/presenters/backoffice/riscossione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRiconciliazioni } from "../../../shared/runtime/wiring/riconciliazioni.ts";
import { detailRiconciliazione } from "../../../shared/usecases/riconciliazioni/get-riconciliazione.ts";
import { registerIncasso } from "../../../shared/usecases/riconciliazioni/register-incasso.ts";

const register = registerIncasso(porteRiconciliazioni);

export const handler = httpOperation(addIncasso, async ({ params: { idDominio }, body, chiamante, traccia }) => {
  const incasso = toIncasso(idDominio, body);
  if (!incasso.ok) return refuse({ codice: "SINTASSI", dettaglio: incasso.errore });
  const esito = await register(incasso.valore, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const dettaglio = await detailRiconciliazione(porteRiconciliazioni, esito.valore, { da: 1, quante: RIGHE_MASSIME }, chiamante);
  return reply(201, presentIncasso(dettaglio), { location: COLLEGAMENTI_OPERATORE.riconciliazione(idDominio, esito.valore.id) });
});
