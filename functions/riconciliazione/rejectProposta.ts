/** POST /proposte/{idDominio}/{id}/rifiuto: a person refuses a way to explain a movement. */
import { rejectProposta } from "../../shared/contracts/riconciliazione/proposte.ts";
import { presentRegola, toVersione } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteDecisioni } from "../../shared/runtime/wiring/abbinamenti-scrittura.ts";
import { decideProposta } from "../../shared/usecases/abbinamenti/decide-proposta.ts";

const decide = decideProposta(porteDecisioni);

export const handler = httpOperation(rejectProposta, async ({ params, body: { nonPagoPA, ...resto }, chiamante, traccia, ifMatch }) => {
  const esito = await decide(params, { tipo: nonPagoPA ? "NON_PAGOPA" : "RIFIUTO", ...resto, ...toVersione(ifMatch) }, chiamante, traccia);
  return esito.ok ? reply(200, presentRegola(esito.valore)) : refuse(esito.errore);
});
