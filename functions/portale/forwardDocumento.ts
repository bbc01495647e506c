/** GET /federazione/{detentore}/documenti/{idDominio}/{numeroAvviso}/{documento}: the notice or the receipt as its holder prints it. */
import { forwardDocumento } from "../../shared/contracts/portale/federazione.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteFederazione } from "../../shared/runtime/wiring/federazione.ts";
import { createForward } from "../../shared/usecases/federazione/forward.ts";

const forward = createForward(porteFederazione);

export const handler = httpOperation(forwardDocumento, async ({ params, chiamante }) => {
  const { detentore, documento, idDominio, numeroAvviso } = params;
  const esito = await forward.getDocumento(detentore, { idDominio, numeroAvviso }, documento, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, file("application/pdf", esito.valore, `${documento}_${idDominio}_${numeroAvviso}.pdf`));
});
