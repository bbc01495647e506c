/** GET /riscossioni/{idDominio}/{iuv}/{iur}/{indice}: the collected amount with the item it pays. */
import { getRiscossione } from "../../shared/contracts/riconciliazione/riscossioni.ts";
import { presentRiscossione } from "../../shared/presenters/riconciliazione/riscossione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";
import { porteContabili } from "../../shared/runtime/wiring/letture-contabili.ts";
import { getRiscossione as createGet } from "../../shared/usecases/ricevute/get-riscossione.ts";

const get = createGet(porteContabili);

const v3 = httpOperation(getRiscossione, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentRiscossione(esito.valore)(esito.valore.riscossione)) : refuse(esito.errore);
});

export const handler = withVersioni(v3, {
  "riconciliazione-v2": () => import("../riconciliazione-v2/getRiscossione.ts"),
  "riconciliazione-v1": () => import("../riconciliazione-v1/getRiscossione.ts"),
});
