/** GET /importazioni/anagrafica/{id}: how far an import has got. */
import { getImportazioneAnagrafica } from "../../../shared/contracts/backoffice/installazione.ts";
import { presentImportazione } from "../../../shared/presenters/backoffice/documento/importazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { importazioni } from "../../../shared/runtime/wiring/installazione.ts";
import { getImportazione } from "../../../shared/usecases/installazione/get-importazione.ts";

const get = getImportazione({ importazioni });

export const handler = httpOperation(getImportazioneAnagrafica, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentImportazione(esito.valore)) : refuse(esito.errore);
});
