/** Service 16: whether the back end answers, which version of the contract it speaks, and what its errors mean. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

/** Of the contract, not of the product. */
export const VERSIONE_CONTRATTO = "1.0";

export const SalutePortale = z
  .strictObject({
    stato: z.literal("OK"),
    contratto: z.string(),
    prodotto: z.strictObject({ nome: z.string(), versione: z.string() }),
    errori: z.array(z.strictObject({ codice: z.string(), stato: z.number().int(), categoria: z.string(), descrizione: z.string() })),
  })
  .meta({ id: "SalutePortale" });

export const getSalute = defineOperation({
  api: "portale",
  id: "getSalute",
  method: "GET",
  path: "/salute",
  summary: "Salute e versione del back end, catalogo degli errori",
  risorsa: "front-end",
  auth: ["anonimo", "cittadino", "applicazione"],
  capacita: [],
  peso: "lettura",
  responses: { 200: SalutePortale },
  errors: [],
});
