/** GET /flussiRendicontazione/{idDominio}/{idFlusso}, v2; or {idFlusso}/{dataOraFlusso}, or {idFlusso} alone. */
import { getFlussoRendicontazione } from "../../shared/contracts/riconciliazione-v2/flussi-rendicontazione.ts";
import { toFlussoPerDominio, toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentFlussoV2 } from "../../shared/presenters/riconciliazione-v2/flusso.ts";
import { conRiscossioni, massimoRighe, replyFlussoCon } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withForma } from "../../shared/runtime/versioni.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getFlussoByNome } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlussoByNome(porteContabili);

const perDominio = httpOperation(getFlussoRendicontazione, async ({ params, query, accept, chiamante }) => {
  const esito = await get(toFlussoPerDominio(params), toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlussoCon(presentFlussoV2, esito.valore, accept) : refuse(esito.errore);
});

export const handler = withForma(perDominio, ["idFlusso"], () => import("./getFlussoRendicontazioneByNome.ts"));
