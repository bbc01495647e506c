/** Lists of values that the console offers to who writes the registry. */
import * as z from "zod";
import { defineOperation, SERVIZI_ACL } from "../operation.ts";
import { VERSIONI_API } from "./connettori.ts";

const elenco = {
  api: "backoffice",
  method: "GET",
  risorsa: "enumerazioni",
  auth: ["operatore"],
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  errors: [],
} as const;

export const findEnumerazioniVersioneConnettore = defineOperation({
  ...elenco,
  id: "findEnumerazioniVersioneConnettore",
  path: "/enumerazioni/versioneConnettore",
  summary: "Versioni del connettore di integrazione delle applicazioni",
  responses: { 200: z.array(z.enum(VERSIONI_API)) },
});

export const findEnumerazioniServiziACL = defineOperation({
  ...elenco,
  id: "findEnumerazioniServiziACL",
  path: "/enumerazioni/serviziACL",
  summary: "Servizi sui quali si concedono diritti",
  responses: { 200: z.array(z.enum(SERVIZI_ACL)) },
});
