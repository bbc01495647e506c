/** GET /rpp/{idDominio}/{iuv}/{ccp}/rpt: what was answered to the Node, as data or as XML, on request in the legacy form. */
import { getRpt } from "../../../shared/contracts/backoffice/rpp.ts";
import { presentRptRichiesta } from "../../../shared/presenters/backoffice/messaggi-rpp.ts";
import { toChiaveRpp } from "../../../shared/presenters/backoffice/rpp.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../../shared/usecases/pagamenti/get-rpp.ts";

const get = createGetRpp(porteLettura);

export const handler = httpOperation(getRpt, async ({ params, query, chiamante, accept }) => {
  const esito = await get(toChiaveRpp(params), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { json, xml } = presentRptRichiesta(esito.valore.rpp, esito.valore.creditori, query.retrocompatibilitaMessaggiPagoPAV1);
  if (accept === "application/json") return reply(200, json);
  const testo = xml();
  return testo === undefined ? refuse({ codice: "NON_TROVATO", dettaglio: "nessuna richiesta" }) : reply(200, file(accept, testo));
});
