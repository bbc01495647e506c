/** GET /rpp/{idDominio}/{iuv}/{ccp}/rt: the receipt, as data, as the Node sent it or printed; on request in the legacy form. Many printed together are beside. */
import { getRt } from "../../../shared/contracts/backoffice/rpp.ts";
import { toChiaveRpp } from "../../../shared/presenters/backoffice/rpp.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { withPercorsi } from "../../../shared/runtime/versioni.ts";
import { fileRt, formaDi, getRt as get } from "../../../shared/runtime/wiring/rt.ts";
import { getRtStorica } from "../../../shared/runtime/wiring/rt-storica.ts";

const una = httpOperation(getRt, async ({ params, query, chiamante, accept }) => {
  const chiave = toChiaveRpp(params);
  const forma = formaDi(accept);
  const tradotta = query.retrocompatibilitaMessaggiPagoPAV1 ? await getRtStorica(chiave, forma, chiamante) : undefined;
  const esito = tradotta ?? (await get(chiave, forma, chiamante));
  if (!esito.ok) return refuse(esito.errore);
  return reply(200, "dati" in esito.valore ? { ...esito.valore.dati } : fileRt(accept, esito.valore.contenuto, params));
});

export const handler = withPercorsi(una, "backoffice", { "/stampe/ricevute": () => import("./getStampaRicevute.ts") });
