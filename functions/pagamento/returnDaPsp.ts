/** GET /psp: from the page of WISP back to the portal. */
import { returnDaPsp } from "../../shared/contracts/pagamento/pagamenti.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { posizioni } from "../../shared/runtime/wiring/posizioni.ts";
import { porteRendicontazioni } from "../../shared/runtime/wiring/rendicontazioni.ts";
import { createReturnDaPsp } from "../../shared/usecases/pagamenti/return-da-psp.ts";

const back = createReturnDaPsp({ posizioni, rendicontazioni: porteRendicontazioni.rendicontazioni });

export const handler = httpOperation(returnDaPsp, async ({ query }) => {
  const esito = await back(query);
  return esito.ok ? reply(303, undefined, { location: esito.valore }) : refuse(esito.errore);
});
