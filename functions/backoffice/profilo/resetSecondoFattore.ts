/** POST /operatori/{principal}/totp/rimozione: for who lost the telephone. */
import { resetSecondoFattore } from "../../../shared/contracts/backoffice/accessi.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteReset } from "../../../shared/runtime/wiring/accessi.ts";
import { resetFattore } from "../../../shared/usecases/accessi/reset-fattore.ts";

const reset = resetFattore(porteReset);

export const handler = httpOperation(resetSecondoFattore, async ({ params, chiamante, traccia }) => {
  const esito = await reset({ principal: params.principal, chiamante, traccia });
  return esito.ok ? reply(200, undefined) : refuse(esito.errore);
});
