/** The notice as portals and citizens read it (reference 1.4 row 13, 3.10). */
import * as z from "zod";
import { defineOperation } from "../operation.ts";
import * as avvisi from "../pendenze/avvisi.ts";

const portale = {
  api: "pagamento",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
} as const;

export const getAvviso = defineOperation({
  ...avvisi.getAvviso,
  ...portale,
  description:
    "Chi indica idDebitore o UUID ottiene l'avviso solo se corrispondono a quelli della pendenza: altrimenti la risposta è quella di un avviso che non c'è. " +
    "Chi non ha credenziali ne indica uno dei due, e con idDebitore dà la prova gRecaptchaResponse dove l'installazione la chiede.",
  query: avvisi.getAvviso.query.extend({
    idDebitore: z.exactOptional(z.string().min(1).max(16)),
    UUID: z.exactOptional(z.string().min(1).max(64)),
    gRecaptchaResponse: z.exactOptional(z.string().max(4000)),
  }),
  errors: [...avvisi.getAvviso.errors, "PARAMETRO_NON_VALIDO", "CAPTCHA"],
});
