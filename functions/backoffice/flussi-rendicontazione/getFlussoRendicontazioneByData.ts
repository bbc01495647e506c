/** GET /flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}: the flow of a creditor emitted at that second, as JSON or as FlussoRiversamento. */
import { getFlussoRendicontazioneByData } from "../../../shared/contracts/backoffice/flussi-rendicontazione.ts";
import { presentFlusso } from "../../../shared/presenters/backoffice/flusso.ts";
import { toFlussoRichiesto, toTratto } from "../../../shared/presenters/riconciliazione/filtri.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../../shared/runtime/http/flusso.ts";
import { refuse } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../../shared/runtime/wiring/rendicontazioni.ts";
import { getFlusso } from "../../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlusso(porteRendicontazioni);

export const handler = httpOperation(getFlussoRendicontazioneByData, async ({ params, query, accept, chiamante }) => {
  const esito = await get(toFlussoRichiesto(params), toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlusso, esito.valore, accept) : refuse(esito.errore);
});
