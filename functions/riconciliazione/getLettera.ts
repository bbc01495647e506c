/** GET /fascicoli/{idDominio}/{id}/lettera: the letter to who paid. */
import { getLettera } from "../../shared/contracts/riconciliazione/fascicoli.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFascicoli } from "../../shared/runtime/wiring/fascicoli.ts";
import { stampaLettera } from "../../shared/runtime/wiring/stampa-lettera.ts";
import { getLettera as createGet } from "../../shared/usecases/fascicoli/find-fascicoli.ts";

const get = createGet(porteFascicoli);

export const handler = httpOperation(getLettera, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, file("application/pdf", await stampaLettera.render(esito.valore), `lettera-${params.id}.pdf`));
});
