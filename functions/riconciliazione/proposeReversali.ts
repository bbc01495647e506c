/** POST /reversali/proposta: the orders that would regularise some credits, as a preview or as an OPI flow. */
import { proposeReversali } from "../../shared/contracts/riconciliazione/reversali.ts";
import { presentReversali, toFlussoOrdinativi, toRichiestaReversali } from "../../shared/presenters/riconciliazione/reversali.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteSospesi } from "../../shared/runtime/wiring/sospesi.ts";
import { proposeReversali as createPropose } from "../../shared/usecases/contabilita/propose-reversali.ts";

const propose = createPropose(porteSospesi);

export const handler = httpOperation(proposeReversali, async ({ body, chiamante, accept }) => {
  const esito = await propose(toRichiestaReversali(body), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  if (accept !== "application/xml") return reply(200, presentReversali(body, esito.valore));
  const xml = toFlussoOrdinativi(body, esito.valore, porteSospesi.clock.now());
  return xml.ok ? reply(200, file(accept, xml.valore, "reversali.xml")) : refuse(xml.errore);
});
