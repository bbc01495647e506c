/** PATCH /profilo: the operator's own password. A session goes on under a new name; all the others end. */
import { updateProfilo } from "../../../shared/contracts/backoffice/accessi.ts";
import { toCambioPassword } from "../../../shared/presenters/backoffice/accessi.ts";
import { presentProfilo } from "../../../shared/presenters/comuni/profilo.ts";
import { reopen } from "../../../shared/runtime/accessi/reopen.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteCambioPassword } from "../../../shared/runtime/wiring/accessi.ts";
import { changePassword } from "../../../shared/usecases/accessi/change-password.ts";

const change = changePassword(porteCambioPassword);

export const handler = httpOperation(updateProfilo, async ({ body, chiamante, cookies, indirizzo, traccia }) => {
  const richiesta = toCambioPassword(body, chiamante);
  if (!richiesta.ok) return refuse(richiesta.errore);
  const esito = await change({ ...richiesta.valore, indirizzo }, traccia);
  return esito.ok ? reply(200, presentProfilo(chiamante), await reopen(chiamante, cookies, traccia)) : refuse(esito.errore);
});
