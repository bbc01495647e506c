/** PATCH /recuperi/{idDominio}/{iuv}/{iur}: an operator wants a receipt tried again at once, or gives it up. */
import { updateRecupero } from "../../../shared/contracts/backoffice/recuperi.ts";
import { presentRecupero } from "../../../shared/presenters/backoffice/recupero.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRecuperi } from "../../../shared/runtime/wiring/elenco-recuperi.ts";
import { updateRecupero as createUpdate } from "../../../shared/usecases/recuperi/act-on-recupero.ts";

const update = createUpdate(porteRecuperi);

export const handler = httpOperation(updateRecupero, async ({ params, body, chiamante, traccia }) => {
  const esito = await update(params, body, chiamante, traccia);
  return esito.ok ? reply(200, presentRecupero(esito.valore.nomi)(esito.valore.recupero)) : refuse(esito.errore);
});
