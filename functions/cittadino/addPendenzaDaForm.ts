/** POST /pendenze/{idDominio}/{idTipoPendenza} of the Portal API: a spontaneous debt from the data of the citizen's form. */
import { addPendenzaDaForm } from "../../shared/contracts/cittadino/spontanee.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { createSpontanea } from "../../shared/runtime/pendenze/creazione-spontanea.ts";

export const handler = httpOperation(addPendenzaDaForm, ({ params, ...richiesta }) =>
  createSpontanea({ ...richiesta, params: { idA2A: params.idDominio, idPendenza: params.numeroAvviso } }),
);
