/** The configuration of the installation, and what the console needs to know to write the registry. */
import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { Configurazione, ConfigurazionePost, PatchConfigurazione } from "./configurazione-sezioni.ts";

const SERVIZI = ["Configurazione e manutenzione"] as const;
const scrittura = {
  api: "backoffice",
  auth: ["operatore"],
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "anagrafiche:write", "eventi:write"],
  peso: "scrittura",
  path: "/configurazioni",
  risorsa: "configurazioni",
  errors: ["CONFLITTO", "PRECONDIZIONE"],
} as const;

export const getConfigurazioni = defineOperation({
  api: "backoffice",
  id: "getConfigurazioni",
  method: "GET",
  path: "/configurazioni",
  summary: "Configurazione dell'installazione",
  description: "Ogni sezione è completa dei valori predefiniti; password e chiavi non sono mai restituite.",
  risorsa: "configurazioni",
  auth: ["operatore"],
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read"],
  peso: "lettura",
  responses: { 200: Configurazione },
  errors: [],
});

export const addConfigurazione = defineOperation({
  ...scrittura,
  id: "addConfigurazione",
  method: "POST",
  summary: "Sostituisce la configurazione dell'installazione",
  body: ConfigurazionePost,
  responses: { 200: z.undefined().describe("Configurazione sostituita") },
});

export const updateConfigurazione = defineOperation({
  ...scrittura,
  id: "updateConfigurazione",
  method: "PATCH",
  summary: "Sostituisce alcune sezioni della configurazione",
  description: "Operazioni REPLACE sui percorsi delle sezioni. Le chiamate leggono la configurazione con al massimo 60 secondi di ritardo.",
  body: PatchConfigurazione,
  responses: { 200: Configurazione },
});
