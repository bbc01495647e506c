/** POST /enti/{idDominio}/servizi/{idTipoPendenza}: a spontaneous payment from the data of the form. */
import { addSpontanea } from "../../shared/contracts/portale/enti.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { createSpontanea } from "../../shared/runtime/pendenze/creazione-spontanea.ts";

export const handler = httpOperation(addSpontanea, ({ params, ...richiesta }) =>
  createSpontanea({ ...richiesta, params: { idA2A: params.idDominio, idPendenza: params.idTipoPendenza } }),
);
