/** GET /federazione/{detentore}/documenti/{idDominio}/{numeroAvviso}/{documento}: the notice or the receipt as its holder prints it, or the data of the receipt. */
import { forwardDocumento } from "../../shared/contracts/portale/federazione.ts";
import { presentRicevutaFederata } from "../../shared/presenters/portale/posizione.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFederazione } from "../../shared/runtime/wiring/federazione.ts";
import { createForward } from "../../shared/usecases/federazione/forward.ts";

const forward = createForward(porteFederazione);

export const handler = httpOperation(forwardDocumento, async ({ params, chiamante, accept }) => {
  const { detentore, documento, ...chiave } = params;
  if (documento === "ricevuta" && accept === "application/json") {
    const esito = await forward.getRicevuta(detentore, chiave, chiamante);
    return esito.ok ? reply(200, presentRicevutaFederata(detentore, chiave, esito.valore)) : refuse(esito.errore);
  }
  const esito = await forward.getDocumento(detentore, chiave, documento, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, file("application/pdf", esito.valore, `${documento}_${chiave.idDominio}_${chiave.numeroAvviso}.pdf`));
});
