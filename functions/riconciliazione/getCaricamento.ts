/** GET /caricamenti/{id}: a treasury file, how far its reading is and what came of it. */
import { getCaricamento } from "../../shared/contracts/riconciliazione/caricamenti.ts";
import { presentCaricamento } from "../../shared/presenters/riconciliazione/tesoreria.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { tesoreria } from "../../shared/runtime/wiring/tesoreria.ts";
import { createGetCaricamento } from "../../shared/usecases/tesoreria/find-tesoreria.ts";

const get = createGetCaricamento({ tesoreria });

export const handler = httpOperation(getCaricamento, async ({ params, chiamante }) => {
  const esito = await get(params.id, chiamante);
  return esito.ok ? reply(200, presentCaricamento(esito.valore)) : refuse(esito.errore);
});
