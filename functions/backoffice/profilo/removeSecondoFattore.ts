/** POST /profilo/totp/rimozione: back to the password alone, with a code. */
import { removeSecondoFattore } from "../../../shared/contracts/backoffice/accessi.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteFattore } from "../../../shared/runtime/wiring/accessi.ts";
import { removeFattore } from "../../../shared/usecases/accessi/secondo-fattore.ts";

const remove = removeFattore(porteFattore);

export const handler = httpOperation(removeSecondoFattore, async ({ body, chiamante, indirizzo, traccia }) => {
  const esito = await remove({ principal: chiamante.principal, otp: body.otp, indirizzo }, traccia);
  return esito.ok ? reply(200, undefined) : refuse(esito.errore);
});
