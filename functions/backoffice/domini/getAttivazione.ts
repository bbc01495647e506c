/** GET /domini/{idDominio}/attivazione: what the creditor still needs before it can be paid. */
import { getAttivazione } from "../../../shared/contracts/backoffice/attivazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { attivazioni } from "../../../shared/runtime/wiring/attivazione.ts";
import { anagrafiche, clock } from "../../../shared/runtime/wiring/base.ts";
import { getAttivazione as getVista } from "../../../shared/usecases/attivazione/get-attivazione.ts";

const get = getVista({ attivazioni, anagrafiche, clock });

export const handler = httpOperation(getAttivazione, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, chiamante);
  return esito.ok ? reply(200, { ...esito.valore, verifiche: [...esito.valore.verifiche] }) : refuse(esito.errore);
});
