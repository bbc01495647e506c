/** Detail of a debt, by name and by notice (reference 1.2, rows 4 and 5). */
import { defineOperation } from "../operation.ts";
import { chiaveAvviso, chiavePendenza } from "./modelli-comuni.ts";
import { Pendenza } from "./modelli-lettura.ts";

export const getPendenza = defineOperation({
  api: "pendenze",
  id: "getPendenza",
  method: "GET",
  path: "/pendenze/{idA2A}/{idPendenza}",
  summary: "Dettaglio di una pendenza",
  description: "ETag è la versione della pendenza, da rimandare come If-Match in una PUT.",
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: chiavePendenza,
  responses: { 200: Pendenza },
  errors: ["NON_TROVATO"],
});

export const getPendenzaByAvviso = defineOperation({
  api: "pendenze",
  id: "getPendenzaByAvviso",
  method: "GET",
  path: "/pendenze/byAvviso/{idDominio}/{numeroAvviso}",
  summary: "Dettaglio di una pendenza dato il numero avviso",
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: chiaveAvviso,
  responses: { 200: Pendenza },
  errors: ["NON_TROVATO"],
});
