/** GET /rpp/{idDominio}/{iuv}/{ccp}/rt: the receipt, as data, as the Node sent it or printed. */
import { getRt } from "../../shared/contracts/pagamento/rpp.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { fileRt, formaDi, getRt as get } from "../../shared/runtime/wiring/rt.ts";

export const handler = httpOperation(getRt, async ({ params, chiamante, accept }) => {
  const esito = await get(params, formaDi(accept), chiamante);
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, "dati" in esito.valore ? { ...esito.valore.dati } : fileRt(accept, esito.valore.contenuto, params));
});
