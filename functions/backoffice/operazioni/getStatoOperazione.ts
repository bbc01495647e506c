/** GET /operazioni/stato/{id}: how a run goes, or went. */
import { getStatoOperazione } from "../../../shared/contracts/backoffice/lavori.ts";
import { presentStatoEsecuzione } from "../../../shared/presenters/backoffice/lavoro.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLavori } from "../../../shared/runtime/wiring/lavori.ts";
import { createGetEsecuzione } from "../../../shared/usecases/lavori/find-lavori.ts";

const get = createGetEsecuzione(porteLavori);

export const handler = httpOperation(getStatoOperazione, async ({ params, chiamante }) => {
  const esito = await get(params.id);
  return esito.ok ? reply(200, presentStatoEsecuzione(esito.valore, chiamante.domini === "*")) : refuse(esito.errore);
});
