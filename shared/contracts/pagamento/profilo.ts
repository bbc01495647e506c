/** GET /profilo of the API Pagamento. */
import * as z from "zod";
import { Soggetto } from "../comuni/campi.ts";
import { Profilo } from "../comuni/profilo.ts";
import { defineOperation } from "../operation.ts";

export const ProfiloPagamento = Profilo.extend({
  anagrafica: z.exactOptional(Soggetto).meta({ description: "Di un cittadino: per chi agisce" }),
}).meta({ id: "ProfiloPagamento" });

export const getProfilo = defineOperation({
  api: "pagamento",
  id: "getProfilo",
  method: "GET",
  path: "/profilo",
  summary: "Identità e autorizzazioni del chiamante",
  risorsa: "profilo",
  auth: ["applicazione", "cittadino"],
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  responses: { 200: ProfiloPagamento },
  errors: [],
});
