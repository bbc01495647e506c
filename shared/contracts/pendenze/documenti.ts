/** The notices of a document, printed together (reference 1.2 row 7 and 3.12). */
import * as z from "zod";
import { idDominio, identificativo35, numeroAvviso } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { linguaSecondaria } from "./modelli-lettura.ts";

const MASSIMO_NUMERI = 100;

/** Repeated parameter or comma separated list: the gateway joins the first into the second. */
const numeriAvviso = z
  .string()
  .max(MASSIMO_NUMERI * 20)
  .transform((testo) => testo.split(",").map((parte) => parte.trim()))
  .pipe(z.array(numeroAvviso).min(1).max(MASSIMO_NUMERI, `ammessi al massimo ${MASSIMO_NUMERI} numeri avviso`));

export const getAvvisiDocumento = defineOperation({
  api: "pendenze",
  id: "getAvvisiDocumento",
  method: "GET",
  path: "/documenti/{idDominio}/{numeroDocumento}/avvisi",
  summary: "Avvisi di un documento in un solo PDF",
  description:
    "I documenti sono quelli dell'applicazione che chiama. In ordine: soluzione unica, rate, soglie. Senza numeriAvviso si stampano gli avvisi ancora pagabili; " +
    "con numeriAvviso esattamente quelli, e uno non stampabile è rifiutato (PAG_006, PAG_007). Senza linguaSecondaria vale quella della pendenza; " +
    "linguaSecondaria=false stampa solo in italiano.",
  risorsa: "documenti",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read", "documenti:write"],
  peso: "pdf",
  limiti: { timeoutSeconds: 29, memoryMegabytes: 1024 },
  params: z.strictObject({ idDominio, numeroDocumento: identificativo35 }),
  query: z.strictObject({ linguaSecondaria: z.exactOptional(linguaSecondaria), numeriAvviso: z.exactOptional(numeriAvviso) }),
  responses: { 200: { "application/pdf": BINARIO } },
  errors: ["NON_TROVATO", "PAG_006", "PAG_007", "DOM_000", "RISPOSTA_ESTESA"],
});
