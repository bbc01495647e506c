/** GET /avvisi/{idDominio}/{numeroAvviso}: the notice as data, or printed. */
import { getAvviso } from "../../../shared/contracts/backoffice/avvisi.ts";
import { presentAvvisoOperatore } from "../../../shared/presenters/backoffice/avviso.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { attualizza } from "../../../shared/runtime/wiring/attualizzazione.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { print } from "../../../shared/runtime/wiring/stampe.ts";
import { getAvviso as createGet } from "../../../shared/usecases/pendenze/get-avviso.ts";

const get = createGet({ ...porteLettura, attualizza });

export const handler = httpOperation(getAvviso, async ({ params, query, chiamante, traccia, accept }) => {
  const esito = await get(params, chiamante, traccia.transactionId);
  if (!esito.ok) return refuse(esito.errore);
  if (accept !== "application/pdf") return reply(200, presentAvvisoOperatore(esito.valore));
  const pdf = await print([esito.valore.pendenza], query.linguaSecondaria);
  return pdf.ok ? reply(200, file("application/pdf", pdf.valore, `${params.idDominio}_${params.numeroAvviso}.pdf`)) : refuse(pdf.errore);
});
