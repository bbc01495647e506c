/** What is installed (reference 1.11 row 54). */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

export const InfoProdotto = z
  .strictObject({
    appName: z.string(),
    versione: z.string(),
    build: z.string().meta({ description: "Come l'ha chiamata chi ha installato, vuota se non l'ha detto" }),
    ambiente: z.string().meta({ description: "Nome dell'installazione" }),
  })
  .meta({ id: "InfoProdotto" });

export const getInfo = defineOperation({
  api: "backoffice",
  id: "getInfo",
  method: "GET",
  path: "/info",
  risorsa: "info",
  summary: "Nome, versione e ambiente del prodotto",
  auth: ["operatore", "applicazione"],
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  responses: { 200: InfoProdotto },
  errors: [],
});
