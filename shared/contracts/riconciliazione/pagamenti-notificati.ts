/** What the creditor's own system knows to be paid, by IUD: the first of the four evidences of a transfer. Not of GovPay. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;

/** Of one request; a longer list is sent in more. */
export const RIGHE_NOTIFICATE = 1000;

export const addPagamentiNotificati = defineOperation({
  api: "riconciliazione",
  id: "addPagamentiNotificati",
  method: "POST",
  path: "/pagamentiNotificati",
  summary: "Notifica i pagamenti che risultano al sistema dell'ente",
  description:
    "Un elenco JSON (campo pagamenti) o un CSV con intestazione: iud, iuv, importo, data obbligatori; iur e indice facoltativi. Al massimo 1000 righe. La stessa riga ripetuta " +
    "non cambia nulla; lo stesso iud con dati diversi la sostituisce. Una riga sbagliata è rifiutata con il motivo e non ferma le altre.",
  risorsa: "pagamenti-notificati",
  auth: ["applicazione", "operatore"],
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 1024 },
  query: z.strictObject({ idDominio }),
  corpoGrezzo: ["application/json", "text/csv"],
  responses: {
    200: z
      .strictObject({
        nuovi: z.number().int(),
        aggiornati: z.number().int(),
        invariati: z.number().int(),
        rifiutati: z.array(z.strictObject({ riga: z.number().int(), iud: opz(z.string()), motivo: z.string() })),
      })
      .meta({ id: "EsitoPagamentiNotificati" }),
  },
  errors: ["NON_PROCESSABILE", "CONFLITTO"],
});
