/** GET /rpp/{idDominio}/{iuv}/{ccp}/rt, v1: the receipt, as data, as the Node sent it or printed. */
import { getRt } from "../../shared/contracts/pagamento-v1/rpp.ts";
import { withSessione } from "../../shared/runtime/accessi/sessione-anonima.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { fileRt, formaDi, getRt as get } from "../../shared/runtime/wiring/rt.ts";

export const handler = httpOperation(getRt, async ({ params, chiamante, cookies, accept }) => {
  const esito = await get(params, formaDi(accept), withSessione(chiamante, cookies));
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, "dati" in esito.valore ? { ...esito.valore.dati } : fileRt(accept, esito.valore.contenuto, params));
});
