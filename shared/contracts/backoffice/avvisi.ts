/** Notices, documents and attachments for operators (reference 1.11, rows 70-72): as the API Pendenze gives them, under the operator's rights. */
import * as z from "zod";
import { idA2A } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import * as allegati from "../pendenze/allegati.ts";
import * as avvisi from "../pendenze/avvisi.ts";
import * as documenti from "../pendenze/documenti.ts";
import { Avviso } from "./modelli-pendenze.ts";

const operatore = { api: "backoffice", auth: ["operatore"], acl: { servizi: ["Pendenze"], diritto: "R" } } as const;

export const getAvviso = defineOperation({
  datiPersonali: true,
  ...avvisi.getAvviso,
  ...operatore,
  responses: { 200: { "application/json": Avviso, "application/pdf": BINARIO } },
});

export const getAvvisiDocumento = defineOperation({
  datiPersonali: true,
  ...documenti.getAvvisiDocumento,
  ...operatore,
  path: "/documenti/{idA2A}/{idDominio}/{numeroDocumento}/avvisi",
  description:
    "In ordine: soluzione unica, rate, soglie. Senza numeriAvviso si stampano gli avvisi ancora pagabili; con numeriAvviso esattamente quelli, e uno non " +
    "stampabile è rifiutato (PAG_006, PAG_007). Senza linguaSecondaria vale quella della pendenza; linguaSecondaria=false stampa solo in italiano.",
  params: z.strictObject({ idA2A, ...documenti.getAvvisiDocumento.params.shape }),
});

export const getAllegato = defineOperation({
  datiPersonali: true,
  ...allegati.getAllegato,
  ...operatore,
});
