/** POST /profilo/totp/conferma: the authenticator works; the answer holds the recovery codes. */
import { confirmSecondoFattore } from "../../../shared/contracts/backoffice/accessi.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteFattore } from "../../../shared/runtime/wiring/accessi.ts";
import { confirmFattore } from "../../../shared/usecases/accessi/secondo-fattore.ts";

const confirm = confirmFattore(porteFattore);

export const handler = httpOperation(confirmSecondoFattore, async ({ body, chiamante, indirizzo, traccia }) => {
  const esito = await confirm({ principal: chiamante.principal, otp: body.otp, indirizzo }, traccia);
  return esito.ok ? reply(200, { codiciRecupero: [...esito.valore.codiciRecupero] }) : refuse(esito.errore);
});
