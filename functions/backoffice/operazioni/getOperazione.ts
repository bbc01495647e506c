/** GET /operazioni/{idOperazione}: a job is started now, with GovPay's verb. */
import { getOperazione } from "../../../shared/contracts/backoffice/lavori.ts";
import { presentAvviata, presentGiaInCorso } from "../../../shared/presenters/backoffice/lavoro.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAvvio } from "../../../shared/runtime/wiring/avvio-lavori.ts";
import { createStartLavoro } from "../../../shared/usecases/lavori/start-lavoro.ts";

const start = createStartLavoro(porteAvvio);

export const handler = httpOperation(getOperazione, async ({ params: { idOperazione }, query: { force }, chiamante, traccia }) => {
  const esito = await start({ idOperazione, forza: force }, chiamante, traccia);
  if (esito.ok) return reply(200, presentAvviata(esito.valore));
  const { codice, dettaglio } = esito.errore;
  return codice === "LAVORO_IN_CORSO"
    ? reply(200, presentGiaInCorso(idOperazione, dettaglio))
    : refuse({ codice, ...(dettaglio !== undefined && { dettaglio }) });
});
