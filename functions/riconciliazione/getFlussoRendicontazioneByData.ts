/** GET /flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}: the flow emitted at that second, as JSON or as FlussoRiversamento. */
import { getFlussoRendicontazioneByData } from "../../shared/contracts/riconciliazione/flussi-rendicontazione.ts";
import { toFlussoRichiesto, toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { conRiscossioni, massimoRighe, replyFlusso } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../shared/runtime/wiring/rendicontazioni.ts";
import { getFlusso } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlusso(porteRendicontazioni);

export const handler = httpOperation(getFlussoRendicontazioneByData, async ({ params, query, accept, chiamante }) => {
  const esito = await get(toFlussoRichiesto(params), toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlusso(esito.valore, accept) : refuse(esito.errore);
});
