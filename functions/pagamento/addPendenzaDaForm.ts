/** POST /pendenze/{idDominio}/{idTipoPendenza}: a spontaneous debt from the data of the citizen's form, or what it would cost. */
import { addPendenzaDaForm } from "../../shared/contracts/pagamento/spontanee.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { createSpontanea } from "../../shared/runtime/pendenze/creazione-spontanea.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(addPendenzaDaForm, createSpontanea);

export const handler = withVersioni(v2, {
  cittadino: () => import("../cittadino/addPendenzaDaForm.ts"),
  portale: () => import("../portale/addSpontanea.ts"),
});
