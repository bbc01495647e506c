/** Who is calling the Backoffice, and what it may do. */
import { Profilo } from "../comuni/profilo.ts";
import { defineOperation } from "../operation.ts";

export const getProfilo = defineOperation({
  api: "backoffice",
  id: "getProfilo",
  method: "GET",
  path: "/profilo",
  summary: "Identità e autorizzazioni del chiamante",
  risorsa: "profilo",
  auth: ["operatore"],
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  responses: { 200: Profilo },
  errors: [],
});
