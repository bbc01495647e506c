/** The upload of a receipt that the Node lost (reference 1.11, row 73). */
import * as z from "zod";
import { defineOperation } from "../operation.ts";
import { RppPendenza } from "../pendenze/modelli-lettura.ts";
import { RicevutaIndex } from "../riconciliazione/modelli.ts";

export const addRicevuta = defineOperation({
  api: "backoffice",
  risorsa: "ricevute",
  auth: ["operatore"],
  id: "addRicevuta",
  method: "POST",
  path: "/ricevute",
  summary: "Carica una ricevuta che il Nodo non ha consegnato",
  description:
    "Il file è il messaggio paSendRT o paSendRTV2, nella sua busta SOAP o da solo, o una RT 6.2 nella busta paaInviaRT o da sola; passa dagli stessi controlli e dalla stessa registrazione delle ricevute del " +
    "Nodo. Caricarla due volte risponde 200; un'altra ricevuta con lo stesso identificativo è PAA_RECEIPT_DUPLICATA. Una ricevuta che si contraddice, o che non " +
    "corrisponde alla riga del flusso che la rendiconta, è PAA_SEMANTICA. La risposta è il tentativo di pagamento che la ricevuta chiude; la copia per un ente " +
    "beneficiario, che non ne chiude nessuno, risponde con la ricevuta.",
  acl: { servizi: ["Pagamenti"], diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write"],
  // Reads the messages of both families and registers them: as heavy as a consumer and an API together.
  peso: "soap",
  limiti: { bodyKilobytes: 512, timeoutSeconds: 20 },
  corpoGrezzo: ["text/xml", "application/xml", "application/soap+xml", "application/octet-stream", "multipart/form-data"],
  responses: { 200: z.union([RppPendenza, RicevutaIndex]), 201: z.union([RppPendenza, RicevutaIndex]) },
  errors: [
    "PAA_SINTASSI_EXTRAXSD",
    "PAA_SINTASSI_XSD",
    "PAA_ID_DOMINIO_ERRATO",
    "PAA_ID_INTERMEDIARIO_ERRATO",
    "PAA_STAZIONE_INT_ERRATA",
    "PAA_RPT_SCONOSCIUTA",
    "PAA_RECEIPT_DUPLICATA",
    "PAA_SEMANTICA",
  ],
});
