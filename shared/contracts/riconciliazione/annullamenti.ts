/** What a person does to a reconciliation that exists: undo it, or have it tried again. Not of GovPay, which has neither. */
import * as z from "zod";
import { idDominio, identificativo35, testo } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { Riconciliazione } from "./modelli.ts";
import { ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const comune = {
  api: "riconciliazione",
  risorsa: "riconciliazioni",
  method: "POST",
  auth: ["applicazione", "operatore"],
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  params: z.strictObject({ idDominio, id: identificativo35 }),
} as const;

export const Annullamento = z.strictObject({ motivo: testo(255) }).meta({ id: "AnnullamentoRiconciliazione" });

export const undoRiconciliazione = defineOperation({
  ...comune,
  id: "undoRiconciliazione",
  path: "/riconciliazioni/{idDominio}/{id}/annullamento",
  summary: "Annulla una riconciliazione",
  description:
    "202: le riscossioni tornano RISCOSSE e le pendenze non più incassate, a tappe; l'esito (ANNULLATA) si legge con GET. Il flusso e lo sct sono di nuovo liberi, " +
    "e il legame con i suoi movimenti non si ripropone da sé. Chiedere due volte è come chiedere una volta.",
  limiti: { bodyKilobytes: 4 },
  body: Annullamento,
  responses: { 202: Riconciliazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const retryRiconciliazione = defineOperation({
  ...comune,
  id: "retryRiconciliazione",
  path: "/riconciliazioni/{idDominio}/{id}/ripetizione",
  summary: "Ripete una riconciliazione finita in errore",
  description:
    "202: l'esito si legge con GET. Quelle a cui mancava il flusso (021405) o il pagamento (021402) si ripetono da sole quando arriva.",
  responses: { 202: Riconciliazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "R021411", "CONFLITTO"],
});
