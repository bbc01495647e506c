/** GET /prova-nuova/{id}: da descrivere. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

export const getProvaNuova = defineOperation({
  api: "backoffice",
  id: "getProvaNuova",
  method: "GET",
  path: "/prova-nuova/{id}",
  summary: "getProvaNuova: da descrivere",
  risorsa: "prove-nuove",
  auth: ["operatore"],
  capacita: ["anagrafiche:read", "archivio:read", "eventi:write"],
  peso: "lettura",
  params: z.strictObject({ id: z.string().min(1).max(35) }),
  responses: { 200: z.strictObject({}) },
  errors: ["NON_TROVATO", "NON_DISPONIBILE"],
});
