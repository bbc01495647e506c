/** POST /operazioni/{idOperazione}/avvio: a job is started now. */
import { startOperazione } from "../../../shared/contracts/backoffice/lavori.ts";
import { locationEsecuzione, presentEsecuzione } from "../../../shared/presenters/backoffice/lavoro.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAvvio } from "../../../shared/runtime/wiring/avvio-lavori.ts";
import { createStartLavoro } from "../../../shared/usecases/lavori/start-lavoro.ts";

const start = createStartLavoro(porteAvvio);

export const handler = httpOperation(startOperazione, async ({ params, body, chiamante, traccia }) => {
  const esito = await start({ ...params, ...body }, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { esecuzione } = esito.valore;
  return reply(202, presentEsecuzione(esecuzione, chiamante.domini === "*"), { location: locationEsecuzione(esecuzione.id) });
});
