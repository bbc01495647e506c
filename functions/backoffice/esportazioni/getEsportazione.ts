/** GET /esportazioni/{id}: how an export is going, and where its file is. */
import { getEsportazione } from "../../../shared/contracts/backoffice/esportazioni.ts";
import { presentEsportazione } from "../../../shared/presenters/backoffice/esportazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaEsportazioni } from "../../../shared/runtime/wiring/esportazioni-lettura.ts";
import { getEsportazione as createGet } from "../../../shared/usecases/esportazioni/get-esportazione.ts";

const get = createGet(letturaEsportazioni);

export const handler = httpOperation(getEsportazione, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentEsportazione(esito.valore.esportazione, esito.valore.collegamento)) : refuse(esito.errore);
});
