/** Attachments of debts: where to upload the large ones, and how to read them (reference 1.2 row 8; docs/adr/0009). */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";
import { impronta } from "./modelli-scrittura.ts";

const BYTE_MASSIMI = 10 * 1024 * 1024;

export const addAllegato = defineOperation({
  api: "pendenze",
  id: "addAllegato",
  method: "POST",
  path: "/allegati",
  summary: "Chiede dove caricare un allegato grande, prima di nominarlo nella PUT della pendenza",
  description:
    "L'allegato si carica con il metodo e le intestazioni della risposta, all'indirizzo firmato, entro la scadenza; poi la PUT della pendenza lo nomina con " +
    "la sola impronta. Chiesto di nuovo per gli stessi byte dà lo stesso allegato.",
  risorsa: "allegati",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "W" },
  // The signed address is worth what its signer may do.
  capacita: ["anagrafiche:read", "eventi:write", "documenti:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
  body: z
    .strictObject({
      impronta,
      dimensione: z.number().int().min(1).max(BYTE_MASSIMI, `ammessi al massimo ${BYTE_MASSIMI} byte, quanti ne porta una pendenza`),
    })
    .meta({ id: "NuovoCaricamento" }),
  responses: {
    201: z
      .strictObject({
        impronta: z.string(),
        url: z.string(),
        metodo: z.literal("PUT"),
        intestazioni: z.record(z.string(), z.string()),
        scadenza: z.string(),
      })
      .meta({ id: "Caricamento" }),
  },
  errors: [],
});

export const getAllegato = defineOperation({
  api: "pendenze",
  id: "getAllegato",
  method: "GET",
  path: "/allegati/{id}",
  summary: "Contenuto di un allegato",
  description:
    "200 con i byte fino a 4 MB; oltre, 303 verso un indirizzo firmato che vale 5 minuti e non vuole credenziali. Chi non vede la pendenza non vede i suoi allegati.",
  risorsa: "allegati",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read"],
  peso: "lettura",
  params: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9-]{1,80}$/, "ammessi da 1 a 80 caratteri tra lettere, cifre e -") }),
  responses: { 200: { "application/octet-stream": BINARIO }, 303: z.undefined() },
  errors: ["NON_TROVATO"],
});
