/** GET /flussiRendicontazione/{idFlusso}, v1: the last revision, whichever creditor in scope it is of. */
import { getFlussoRendicontazione } from "../../shared/contracts/riconciliazione-v1/flussi-rendicontazione.ts";
import { toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoV1 } from "../../shared/presenters/riconciliazione-v1/flusso.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getFlussoByNome } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlussoByNome(porteContabili);

export const handler = httpOperation(getFlussoRendicontazione, async ({ params, query, accept, chiamante }) => {
  const esito = await get(params, toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlussoV1, esito.valore, accept) : refuse(esito.errore);
});
