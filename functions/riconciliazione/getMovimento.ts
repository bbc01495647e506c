/** GET /movimenti/{idDominio}/{id}: a treasury movement with its life and the lines that told it. */
import { getMovimento } from "../../shared/contracts/riconciliazione/movimenti.ts";
import { presentMovimento } from "../../shared/presenters/riconciliazione/tesoreria.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { tesoreria } from "../../shared/runtime/wiring/tesoreria.ts";
import { createGetMovimento } from "../../shared/usecases/tesoreria/find-tesoreria.ts";

const get = createGetMovimento({ tesoreria });

export const handler = httpOperation(getMovimento, async ({ params, chiamante }) => {
  const esito = await get(params.idDominio, params.id, chiamante);
  return esito.ok ? reply(200, presentMovimento(esito.valore)) : refuse(esito.errore);
});
