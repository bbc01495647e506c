/** Payment attempts as a portal reads them: same shapes as the API Pendenze, under the rights of the API Pagamento (reference 1.4, rows 8-11). */
import { defineOperation } from "../operation.ts";
import * as rpp from "../pendenze/rpp.ts";

const portale = {
  api: "pagamento",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
} as const;

export const findRpp = defineOperation({ ...rpp.findRpp, ...portale, auth: ["applicazione", "cittadino"] });
export const getRpp = defineOperation({ ...rpp.getRpp, ...portale });
export const getRpt = defineOperation({ ...rpp.getRpt, ...portale });
export const getRt = defineOperation({ ...rpp.getRt, ...portale });
