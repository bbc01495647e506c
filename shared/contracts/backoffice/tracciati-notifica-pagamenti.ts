/** Download of the files made by the export connectors (reference 1.11 row 15). */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";

export const getTracciatoNotificaPagamenti = defineOperation({
  api: "backoffice",
  id: "getTracciatoNotificaPagamenti",
  method: "GET",
  path: "/tracciatiNotificaPagamenti/{id}",
  risorsa: "tracciati-notifica-pagamenti",
  summary: "Scarica un tracciato di notifica dei pagamenti, con il segreto del suo indirizzo",
  description:
    "Aperta a chi ha ricevuto l'indirizzo: il segreto è confrontato con la sua impronta, e un tracciato ignoto, un segreto errato e un indirizzo scaduto " +
    "rispondono 404 allo stesso modo. Un file di oltre 4 MB si scarica dall'indirizzo temporaneo in Location.",
  auth: ["anonimo", "operatore", "applicazione"],
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  peso: "lettura",
  params: z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/, "attesi da 1 a 64 caratteri tra lettere, cifre, - e _") }),
  query: z.strictObject({ secID: z.string().min(1).max(128) }),
  responses: { 200: { "application/zip": BINARIO }, 303: z.undefined() },
  errors: ["NON_TROVATO", "PARAMETRO_NON_VALIDO"],
});
