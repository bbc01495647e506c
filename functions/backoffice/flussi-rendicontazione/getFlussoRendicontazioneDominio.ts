/** GET /flussiRendicontazione/{idDominio}/{idFlusso}: the last revision of a creditor; or {idFlusso}/{dataOraFlusso}, as JSON or as FlussoRiversamento. */
import { getFlussoRendicontazioneDominio } from "../../../shared/contracts/backoffice/flussi-rendicontazione.ts";
import { presentFlusso } from "../../../shared/presenters/backoffice/flusso.ts";
import { toFlussoPerDominio, toTratto } from "../../../shared/presenters/riconciliazione/filtri.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../../shared/runtime/http/flusso.ts";
import { refuse } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { getFlussoByNome } from "../../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlussoByNome(porteRendicontazioni);

export const handler = httpOperation(getFlussoRendicontazioneDominio, async ({ params, query, accept, chiamante }) => {
  const esito = await get(toFlussoPerDominio(params), toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlusso, esito.valore, accept) : refuse(esito.errore);
});
