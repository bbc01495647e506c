/** PUT /domini/{idDominio}/contiAccredito/{ibanAccredito}: 201 when it did not exist, 200 when it was replaced. */
import { addContiAccredito } from "../../../shared/contracts/backoffice/conti-accredito.ts";
import { toContoAccredito } from "../../../shared/presenters/backoffice/conto-accredito.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveContoAccredito } from "../../../shared/usecases/anagrafiche/save-conto-accredito.ts";

const save = saveContoAccredito(scritturaAnagrafiche);

export const handler = httpOperation(addContiAccredito, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toContoAccredito(params, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
