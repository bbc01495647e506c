/** POST /profilo/totp: an authenticator for the operator, still to be confirmed. */
import { addSecondoFattore } from "../../../shared/contracts/backoffice/accessi.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteFattore } from "../../../shared/runtime/wiring/accessi.ts";
import { enrolFattore } from "../../../shared/usecases/accessi/secondo-fattore.ts";

const enrol = enrolFattore(porteFattore);

export const handler = httpOperation(addSecondoFattore, async ({ chiamante, traccia }) => {
  const esito = await enrol(chiamante.principal, traccia);
  return esito.ok ? reply(201, esito.valore) : refuse(esito.errore);
});
