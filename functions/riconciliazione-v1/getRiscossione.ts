/** GET /riscossioni/{idDominio}/{iuv}/{iur}/{indice}, v1: the collected amount with the item it pays. */
import { getRiscossione } from "../../shared/contracts/riconciliazione-v1/riscossioni.ts";
import { presentRiscossioneV1 } from "../../shared/presenters/riconciliazione-v1/riscossione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getRiscossione as createGet } from "../../shared/usecases/ricevute/get-riscossione.ts";

const get = createGet(porteContabili);

export const handler = httpOperation(getRiscossione, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentRiscossioneV1(esito.valore)(esito.valore.riscossione)) : refuse(esito.errore);
});
