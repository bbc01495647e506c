/** Scheduled jobs. Expressions are evaluated in Europe/Rome. */
import { defineSchedulazione } from "./operation.ts";

export const acquisisciFlussi = defineSchedulazione({
  nome: "acquisisciFlussi",
  summary: "Cerca su pagoPA i flussi di rendicontazione pubblicati e ne accoda l'acquisizione",
  espressione: "cron(0 4,8,12,16,20 * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I flussi di rendicontazione non vengono cercati: dopo 30 giorni pagoPA non li rende più disponibili.",
});

export const schedulazioni = [acquisisciFlussi] as const;
