/** GET /avvisi/{idDominio}/{numeroAvviso}: the notice as data or printed, for who shows to know the debtor when it says so. */
import { getAvviso } from "../../shared/contracts/pagamento/pendenze.ts";
import { presentAvviso } from "../../shared/presenters/pendenze/avviso.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { stampaAvviso } from "../../shared/runtime/wiring/stampa-avviso.ts";
import { getAvviso as createGet } from "../../shared/usecases/pendenze/get-avviso.ts";
import { printAvviso } from "../../shared/usecases/pendenze/print-avviso.ts";

const get = createGet(porteLettura);
const print = printAvviso({ ...porteLettura, stampaAvviso });

export const handler = httpOperation(getAvviso, async ({ params, query, chiamante, accept }) => {
  const esito = await get({ ...params, ...query }, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  if (accept !== "application/pdf") return reply(200, presentAvviso(esito.valore));
  const pdf = await print(esito.valore.pendenza);
  if (!pdf) return refuse({ codice: "NON_TROVATO", dettaglio: "la pendenza di soli bolli non ha un avviso stampato" });
  return reply(200, file("application/pdf", pdf, `${params.idDominio}_${params.numeroAvviso}.pdf`));
});
