/** GET /rpp/{idDominio}/{iuv}/{ccp}/rt: the receipt, as data or as the Node sent it. */
import { getRt } from "../../shared/contracts/pendenze/rpp.ts";
import { file, refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { originali } from "../../shared/runtime/wiring/originali.ts";
import { createGetRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";

const get = createGetRpp(porteLettura);

const v2 = httpOperation(getRt, async ({ params, chiamante, accept }) => {
  const esito = await get(params, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const { ricevuta } = esito.valore.rpp;
  if (!ricevuta) return refuse({ codice: "NON_TROVATO", dettaglio: "il tentativo non ha una ricevuta" });
  if (accept === "application/json") return reply(200, { ...ricevuta.rt });
  const xml = await originali.read(ricevuta.originale);
  return xml === undefined
    ? refuse({ codice: "NON_TROVATO", dettaglio: "l'originale non è più conservato" })
    : reply(200, file(accept, xml));
});

export const handler = withVersioni(v2, { "pendenze-v1": () => import("../pendenze-v1/getRt.ts") });
