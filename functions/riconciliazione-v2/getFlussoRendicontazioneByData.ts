/** GET /flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}, v2: the flow emitted at that second. */
import { getFlussoRendicontazioneByData } from "../../shared/contracts/riconciliazione-v2/flussi-rendicontazione.ts";
import { toFlussoRichiesto, toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoV2 } from "../../shared/presenters/riconciliazione-v2/flusso.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getFlusso } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlusso(porteContabili);

export const handler = httpOperation(getFlussoRendicontazioneByData, async ({ params, query, accept, chiamante }) => {
  const esito = await get(toFlussoRichiesto(params), toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlussoV2, esito.valore, accept) : refuse(esito.errore);
});
