/** GET /domini/{idDominio}/cambiIban/{id}: how far the replacement of an account has got. */
import { getCambioIban } from "../../../shared/contracts/backoffice/cambi-iban.ts";
import { presentCambio } from "../../../shared/presenters/backoffice/cambi-iban.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { lettureCambi } from "../../../shared/runtime/wiring/cambi.ts";
import { getCambio } from "../../../shared/usecases/cambi/find-cambi.ts";

const get = getCambio(lettureCambi);

export const handler = httpOperation(getCambioIban, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, params.id, chiamante);
  return esito.ok ? reply(200, presentCambio(lettureCambi.clock.now())(esito.valore)) : refuse(esito.errore);
});
