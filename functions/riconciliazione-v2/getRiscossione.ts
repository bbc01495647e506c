/** GET /riscossioni/{idDominio}/{iuv}/{iur}/{indice}, v2: the collected amount with the item it pays. */
import { getRiscossione } from "../../shared/contracts/riconciliazione-v2/riscossioni.ts";
import { presentRiscossioneV2 } from "../../shared/presenters/riconciliazione-v2/riscossione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getRiscossione as createGet } from "../../shared/usecases/ricevute/get-riscossione.ts";

const get = createGet(porteContabili);

export const handler = httpOperation(getRiscossione, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentRiscossioneV2(esito.valore)(esito.valore.riscossione)) : refuse(esito.errore);
});
