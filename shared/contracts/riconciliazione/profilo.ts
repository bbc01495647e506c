/** GET /profilo of the API Riconciliazione. */
import { Profilo } from "../comuni/profilo.ts";
import { defineOperation } from "../operation.ts";

export const getProfilo = defineOperation({
  api: "riconciliazione",
  id: "getProfilo",
  method: "GET",
  path: "/profilo",
  summary: "Identità e autorizzazioni del chiamante",
  risorsa: "profilo",
  auth: ["applicazione"],
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  responses: { 200: Profilo },
  errors: [],
});
