/** PUT /domini/{idDominio}/abbonamenti/{idAbbonamento}: 201, with its secret, when the subscription did not exist; 200 when it was replaced. */
import { saveAbbonamento } from "../../../shared/contracts/backoffice/abbonamenti.ts";
import { presentAbbonamento, toAbbonamento } from "../../../shared/presenters/backoffice/abbonamento.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAbbonamenti } from "../../../shared/runtime/wiring/abbonamenti.ts";
import { saveAbbonamento as createSave } from "../../../shared/usecases/abbonamenti/abbonamenti.ts";

const save = createSave(porteAbbonamenti);

export const handler = httpOperation(saveAbbonamento, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toAbbonamento(params, body, chiamante), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore.status, presentAbbonamento(esito.valore)) : refuse(esito.errore);
});
