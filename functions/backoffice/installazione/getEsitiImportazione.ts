/** GET /importazioni/anagrafica/{id}/esiti: the report of an import, entry by entry. */
import { getEsitiImportazione } from "../../../shared/contracts/backoffice/installazione.ts";
import { presentEsiti } from "../../../shared/presenters/backoffice/documento/importazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { importazioni } from "../../../shared/runtime/wiring/installazione.ts";
import { oggetti } from "../../../shared/runtime/wiring/oggetti.ts";
import { getEsitiImportazione as getEsiti } from "../../../shared/usecases/installazione/get-importazione.ts";

const get = getEsiti({ importazioni, oggetti, parse: (contenuto) => JSON.parse(Buffer.from(contenuto).toString("utf8")) });

export const handler = httpOperation(getEsitiImportazione, async ({ params, query, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentEsiti(esito.valore.importazione, esito.valore.voci, query.tutte)) : refuse(esito.errore);
});
