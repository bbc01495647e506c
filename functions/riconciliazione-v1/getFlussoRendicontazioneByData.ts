/** GET /flussiRendicontazione/{idFlusso}/{dataOraFlusso}, v1: the flow emitted at that second. */
import { getFlussoRendicontazioneByData } from "../../shared/contracts/riconciliazione-v1/flussi-rendicontazione.ts";
import { toFlussoEmesso, toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoV1 } from "../../shared/presenters/riconciliazione-v1/flusso.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getFlussoByNome } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlussoByNome(porteContabili);

export const handler = httpOperation(getFlussoRendicontazioneByData, async ({ params, query, accept, chiamante }) => {
  const esito = await get(toFlussoEmesso(params), toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlussoV1, esito.valore, accept) : refuse(esito.errore);
});
