/** Portal API 1.0, operation 15 (reference 1.15): a spontaneous debt. Served by the function of the API Pagamento. */
import * as z from "zod";
import { idDominio, idTipoPendenza } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import * as spontanee from "../pagamento/spontanee.ts";

const comune = { api: "cittadino", servitaDa: "pagamento", risorsa: "portale-cittadino", auth: ["cittadino", "anonimo"] } as const;

/** A path template may have one name only in each place: here numeroAvviso is the type. */
const { acl: _spontanea, ...spontanea } = spontanee.addPendenzaDaForm;
export const addPendenzaDaForm = defineOperation({
  ...spontanea,
  ...comune,
  funzione: "addPendenzaDaForm",
  path: "/pendenze/{idDominio}/{numeroAvviso}",
  params: z.strictObject({ idDominio, numeroAvviso: idTipoPendenza }),
  nomiParametri: { numeroAvviso: "idTipoPendenza" },
});
