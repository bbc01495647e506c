/** GET /ricevute/{idDominio}/{iuv}/{idRicevuta}: the receipt with the debt it pays and the message as it came, or printed. */
import { getRicevuta } from "../../shared/contracts/riconciliazione/ricevute.ts";
import { presentRicevuta } from "../../shared/presenters/riconciliazione/ricevuta.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRicevuta } from "../../shared/runtime/wiring/ricevute.ts";
import { stampaRicevuta } from "../../shared/runtime/wiring/stampa-ricevuta.ts";
import { getRicevuta as createGet } from "../../shared/usecases/ricevute/get-ricevuta.ts";
import { printRicevuta } from "../../shared/usecases/ricevute/print-ricevuta.ts";

const get = createGet(porteRicevuta);
const print = printRicevuta({ ...porteRicevuta, stampaRicevuta });

export const handler = httpOperation(getRicevuta, async ({ params, chiamante, accept }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { ricevuta, posizione, ragioneSociale, originale } = esito.valore;
  if (accept !== "application/pdf") return reply(200, presentRicevuta(ricevuta, posizione, ragioneSociale, originale));
  const stampata = await print(esito.valore);
  return stampata.ok ? reply(200, file(accept, stampata.valore, `ricevuta_${params.iuv}.pdf`)) : refuse(stampata.errore);
});
