/** GET /domini/{idDominio}/abbonamenti/{idAbbonamento}: a subscription, and how its deliveries go. */
import { getAbbonamento } from "../../../shared/contracts/backoffice/abbonamenti.ts";
import { presentAbbonamento } from "../../../shared/presenters/backoffice/abbonamento.ts";
import { presentEtag } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAbbonamenti } from "../../../shared/runtime/wiring/abbonamenti.ts";
import { getAbbonamento as createGet } from "../../../shared/usecases/abbonamenti/abbonamenti.ts";

const get = createGet(letturaAbbonamenti);

export const handler = httpOperation(getAbbonamento, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentAbbonamento(esito.valore), presentEtag(esito.valore.abbonamento)) : refuse(esito.errore);
});
