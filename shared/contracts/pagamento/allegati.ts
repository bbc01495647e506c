/** Attachments as portals and citizens read them (reference 1.4, row 14). */
import { defineOperation } from "../operation.ts";
import * as allegati from "../pendenze/allegati.ts";

export const getAllegato = defineOperation({
  ...allegati.getAllegato,
  api: "pagamento",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
});
