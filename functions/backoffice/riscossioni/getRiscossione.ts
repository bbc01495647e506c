/** GET /riscossioni/{idDominio}/{iuv}/{iur}/{indice}: the collected amount with the item it pays. */
import { getRiscossione } from "../../../shared/contracts/backoffice/riscossioni.ts";
import { presentRiscossione } from "../../../shared/presenters/backoffice/riscossione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { getRiscossione as createGet } from "../../../shared/usecases/ricevute/get-riscossione.ts";

const get = createGet(porteLettura);

export const handler = httpOperation(getRiscossione, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentRiscossione(esito.valore)(esito.valore.riscossione)) : refuse(esito.errore);
});
