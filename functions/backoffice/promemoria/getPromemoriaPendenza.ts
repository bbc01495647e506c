/** GET /promemoria/{idDominio}/{iuv}: the messages of a debt, and what its channels would send. */
import { getPromemoriaPendenza } from "../../../shared/contracts/backoffice/promemoria.ts";
import { presentComunicazioni } from "../../../shared/presenters/backoffice/comunicazioni.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLetturaComunicazioni } from "../../../shared/runtime/wiring/promemoria-pendenza.ts";
import { createGetComunicazioni } from "../../../shared/usecases/comunicazioni/get-comunicazioni.ts";

const get = createGetComunicazioni(porteLetturaComunicazioni);

export const handler = httpOperation(getPromemoriaPendenza, async ({ params, chiamante }) => {
  const esito = await get(params, chiamante);
  return esito.ok ? reply(200, presentComunicazioni(esito.valore)) : refuse(esito.errore);
});
