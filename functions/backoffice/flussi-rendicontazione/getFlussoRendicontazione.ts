/** GET /flussiRendicontazione/{idFlusso}: the last revision, whichever creditor in scope it is of, as JSON or as FlussoRiversamento. */
import { getFlussoRendicontazione } from "../../../shared/contracts/backoffice/flussi-rendicontazione.ts";
import { presentFlusso } from "../../../shared/presenters/backoffice/flusso.ts";
import { toTratto } from "../../../shared/presenters/riconciliazione/filtri.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../../shared/runtime/http/flusso.ts";
import { refuse } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { getFlussoByNome } from "../../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlussoByNome(porteRendicontazioni);

export const handler = httpOperation(getFlussoRendicontazione, async ({ params, query, accept, chiamante }) => {
  const esito = await get(params, toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlusso, esito.valore, accept) : refuse(esito.errore);
});
