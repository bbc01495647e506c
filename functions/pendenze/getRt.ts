/** GET /rpp/{idDominio}/{iuv}/{ccp}/rt: the receipt, as data, as the Node sent it or printed; many printed together are beside. */
import { getRt } from "../../shared/contracts/pendenze/rpp.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withPercorsi, withVersioni } from "../../shared/runtime/versioni.ts";
import { fileRt, formaDi, getRt as get } from "../../shared/runtime/wiring/rt.ts";

const v2 = httpOperation(getRt, async ({ params, chiamante, accept }) => {
  const esito = await get(params, formaDi(accept), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, "dati" in esito.valore ? { ...esito.valore.dati } : fileRt(accept, esito.valore.contenuto, params));
});

const tutte = withVersioni(v2, { "pendenze-v1": () => import("../pendenze-v1/getRt.ts") });

export const handler = withPercorsi(tutte, "pendenze", { "/ricevute": () => import("./getStampaRicevute.ts") });
