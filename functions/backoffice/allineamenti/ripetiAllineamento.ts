/** POST /allineamenti/{idDominio}/{iuv}/ripeti: an operator wants a debt sent again to pagoPA's archive. */
import { ripetiAllineamento } from "../../../shared/contracts/backoffice/allineamenti.ts";
import { presentAllineamento } from "../../../shared/presenters/backoffice/allineamento.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteAllineamenti } from "../../../shared/runtime/wiring/allineamenti.ts";
import { repeatAllineamento } from "../../../shared/usecases/gpd/repeat-allineamento.ts";

const repeat = repeatAllineamento(porteAllineamenti);

export const handler = httpOperation(ripetiAllineamento, async ({ params, body, chiamante, traccia }) => {
  const esito = await repeat({ ...params, ...body, chiamante, traccia });
  return esito.ok ? reply(200, presentAllineamento(esito.valore.nomi)(esito.valore.allineamento)) : refuse(esito.errore);
});
