/** GET /rpp/{idDominio}/{iuv}/{ccp}/rpt, v1: what was answered to the Node, as data or as XML. */
import { getRpt } from "../../shared/contracts/pagamento-v1/rpp.ts";
import { presentRpt } from "../../shared/presenters/pagopa/rpt.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/get-rpp.ts";

const get = createGetRpp(porteLettura);

export const handler = httpOperation(getRpt, async ({ params, chiamante, cookies, accept }) => {
  const esito = await get(params, withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  const { tentativo } = esito.valore.rpp;
  if (accept === "application/json") return reply(200, { ...tentativo.rpt });
  const xml = presentRpt(tentativo);
  return xml === undefined ? refuse({ codice: "NON_TROVATO", dettaglio: "nessuna richiesta" }) : reply(200, file(accept, xml));
});
