/** The debt of a notice, with what each of its items collected (reference 1.7, row 2). */
import { defineOperation } from "../operation.ts";
import * as pendenze from "../pendenze/pendenze.ts";
import { PendenzaPagata } from "./modelli.ts";
import { ACL_LETTURA } from "./parametri.ts";

export const getPendenzaByAvviso = defineOperation({
  ...pendenze.getPendenzaByAvviso,
  api: "riconciliazione",
  summary: "Dettaglio di una pendenza dato il numero avviso, con le riscossioni delle sue voci",
  acl: ACL_LETTURA,
  responses: { 200: PendenzaPagata },
});
