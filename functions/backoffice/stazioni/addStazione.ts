/** PUT /intermediari/{idIntermediario}/stazioni/{idStazione}: 201 when it did not exist, 200 when it was replaced. */
import { addStazione } from "../../../shared/contracts/backoffice/stazioni.ts";
import { toStazione } from "../../../shared/presenters/backoffice/stazione.ts";
import { toCondizione } from "../../../shared/presenters/comuni/versione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { scritturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { saveStazione } from "../../../shared/usecases/anagrafiche/save-stazione.ts";

const save = saveStazione(scritturaAnagrafiche);

export const handler = httpOperation(addStazione, async ({ params, body, chiamante, traccia, ifMatch }) => {
  const esito = await save(toStazione(params, body), { chiamante, traccia, ...toCondizione(ifMatch) });
  return esito.ok ? reply(esito.valore, undefined) : refuse(esito.errore);
});
