/** POST /recuperi: an operator asks for a receipt of which creditor, IUV and IUR are known. */
import { addRecupero } from "../../../shared/contracts/backoffice/recuperi.ts";
import { presentRecupero } from "../../../shared/presenters/backoffice/recupero.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteRecuperi } from "../../../shared/runtime/wiring/elenco-recuperi.ts";
import { addRecupero as createAdd } from "../../../shared/usecases/recuperi/act-on-recupero.ts";

const add = createAdd(porteRecuperi);

export const handler = httpOperation(addRecupero, async ({ body, chiamante, traccia }) => {
  const esito = await add(body, chiamante, traccia);
  if (!esito.ok) return refuse(esito.errore);
  const { recupero, nomi, nuovo } = esito.valore;
  return reply(nuovo ? 201 : 200, presentRecupero(nomi)(recupero));
});
