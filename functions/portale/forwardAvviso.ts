/** What concerns a payment of another back end, asked to it: the amount of today; the start and the documents are beside. */
import { forwardAvviso } from "../../shared/contracts/portale/federazione.ts";
import { presentAvvisoFederato } from "../../shared/presenters/portale/posizione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withPercorsi } from "../../shared/runtime/versioni.ts";
import { porteFederazione } from "../../shared/runtime/wiring/federazione.ts";
import { createForward } from "../../shared/usecases/federazione/forward.ts";

const forward = createForward(porteFederazione);
const avviso = httpOperation(forwardAvviso, async ({ params: { detentore }, body, chiamante }) => {
  const esito = await forward.getAvviso(detentore, body, chiamante);
  return esito.ok ? reply(200, presentAvvisoFederato(detentore, esito.valore)) : refuse(esito.errore);
});

export const handler = withPercorsi(avviso, "portale", {
  "/federazione/{detentore}/pagamenti": () => import("./forwardPagamento.ts"),
  "/federazione/{detentore}/documenti/{idDominio}/{numeroAvviso}/{documento}": () => import("./forwardDocumento.ts"),
});
