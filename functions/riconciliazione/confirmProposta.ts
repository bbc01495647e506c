/** POST /proposte/{idDominio}/{id}/conferma: a person accepts a way to explain a movement. */
import { confirmProposta } from "../../shared/contracts/riconciliazione/proposte.ts";
import { presentRegola, toVersione } from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteDecisioni } from "../../shared/runtime/wiring/abbinamenti-scrittura.ts";
import { decideProposta } from "../../shared/usecases/abbinamenti/decide-proposta.ts";

const decide = decideProposta(porteDecisioni);

export const handler = httpOperation(confirmProposta, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await decide(params, { tipo: "CONFERMA", ...body, ...toVersione(ifMatch) }, chiamante, traccia);
  return esito.ok ? reply(200, presentRegola(esito.valore)) : refuse(esito.errore);
});
