/** GET /flussiRendicontazione/{idDominio}/{idFlusso}: the last revision, as JSON or as FlussoRiversamento. */
import { getFlussoRendicontazione } from "../../shared/contracts/riconciliazione/flussi-rendicontazione.ts";
import { toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { conRiscossioni, massimoRighe, replyFlusso } from "../../shared/runtime/http/flusso.ts";
import { refuse } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getFlusso } from "../../shared/usecases/rendicontazioni/get-flusso.ts";

const get = getFlusso(porteContabili);

const v3 = httpOperation(getFlussoRendicontazione, async ({ params, query, accept, chiamante }) => {
  const esito = await get(params, toTratto(query, massimoRighe(accept)), conRiscossioni(accept), chiamante);
  return esito.ok ? replyFlusso(esito.valore, accept) : refuse(esito.errore);
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/getFlussoRendicontazione.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/getFlussoRendicontazione.ts"),
});
