/** GET /flussiRendicontazione/{idDominio}/{idFlusso}: the last revision, as JSON or as FlussoRiversamento. */
import { getFlussoRendicontazione } from "../../shared/contracts/riconciliazione/flussi-rendicontazione.ts";
import { toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { conRiscossioni, massimoRighe, replyFlusso } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../shared/runtime/wiring/rendicontazioni.ts";
import { getFlusso } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlusso(porteRendicontazioni);

export const handler = httpOperation(getFlussoRendicontazione, async ({ params, query, accept, chiamante }) => {
  const esito = await get(params, toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlusso(esito.valore, accept) : refuse(esito.errore);
});
