/** GET /allineamenti/{idDominio}/{iuv}: what the archive of pagoPA knows of a debt. */
import { getAllineamento } from "../../../shared/contracts/backoffice/allineamenti.ts";
import { presentAllineamento } from "../../../shared/presenters/backoffice/allineamento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAllineamenti } from "../../../shared/runtime/wiring/allineamenti.ts";
import { getAllineamento as createGet } from "../../../shared/usecases/gpd/find-allineamenti.ts";

const get = createGet(porteAllineamenti);

export const handler = httpOperation(getAllineamento, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentAllineamento(esito.valore.nomi)(esito.valore.allineamento)) : refuse(esito.errore);
});
