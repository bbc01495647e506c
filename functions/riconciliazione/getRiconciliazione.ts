/** GET /riconciliazioni/{idDominio}/{id}: the outcome of a movement, with what it collected. */
import { RIGHE_MASSIME } from "../../shared/contracts/riconciliazione/parametri.ts";
import { getRiconciliazione } from "../../shared/contracts/riconciliazione/riconciliazioni.ts";
import { toTratto } from "../../shared/presenters/riconciliazione/filtri.ts";
import { presentRiconciliazione } from "../../shared/presenters/riconciliazione/riconciliazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRendicontazioni } from "../../shared/runtime/wiring/rendicontazioni.ts";
import { getRiconciliazione as createGet } from "../../shared/usecases/riconciliazioni/get-riconciliazione.ts";

const get = createGet(porteRendicontazioni);

export const handler = httpOperation(getRiconciliazione, async ({ params, query, chiamante }) => {
  const esito = await get(params, toTratto(query, RIGHE_MASSIME), chiamante);
  return esito.ok ? reply(200, presentRiconciliazione(esito.valore)) : refuse(esito.errore);
});
