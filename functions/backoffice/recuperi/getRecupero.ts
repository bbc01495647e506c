/** GET /recuperi/{idDominio}/{iuv}/{iur}: a missing receipt and how its search goes. */
import { getRecupero } from "../../../shared/contracts/backoffice/recuperi.ts";
import { presentRecupero } from "../../../shared/presenters/backoffice/recupero.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRecuperi } from "../../../shared/runtime/wiring/elenco-recuperi.ts";
import { getRecupero as createGet } from "../../../shared/usecases/recuperi/find-recuperi.ts";

const get = createGet(porteRecuperi);

export const handler = httpOperation(getRecupero, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentRecupero(esito.valore.nomi)(esito.valore.recupero)) : refuse(esito.errore);
});
