/** GET /rpp/{idDominio}/{iuv}/{ccp}/rt: the receipt, as data, as the Node sent it or printed. */
import { getRt } from "../../shared/contracts/pagamento/rpp.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { fileRt, formaDi, getRt as get } from "../../shared/runtime/wiring/rt.ts";

const v2 = httpOperation(getRt, async ({ params, chiamante, cookies, accept }) => {
  const esito = await get(params, formaDi(accept), withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, "dati" in esito.valore ? { ...esito.valore.dati } : fileRt(accept, esito.valore.contenuto, params));
});

export const handler = withVersioni(v2, { "pagamento-v1": () => import("../pagamento-v1/getRt.ts") });
