/** The notice of a debt, as data or printed (reference 1.2 row 6 and 2.6). */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";
import { ERRORI_VERIFICA } from "../problems.ts";
import { chiaveAvviso } from "./modelli-comuni.ts";
import { Avviso, linguaSecondaria } from "./modelli-lettura.ts";

export const getAvviso = defineOperation({
  api: "pendenze",
  id: "getAvviso",
  method: "GET",
  path: "/avvisi/{idDominio}/{numeroAvviso}",
  summary: "Avviso di pagamento, in JSON o stampato (Accept: application/pdf)",
  description:
    "Stampata solo se ancora pagabile: una pendenza pagata o annullata (PAG_006), scaduta (PAG_007) o di soli bolli (404) resta leggibile in JSON. " +
    "Senza linguaSecondaria vale quella della pendenza; linguaSecondaria=false stampa solo in italiano.",
  risorsa: "avvisi",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  // Writes what the creditor's own system tells of a notice that nobody loaded.
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write", "segreti:read"],
  peso: "pdf",
  params: chiaveAvviso,
  query: z.strictObject({ linguaSecondaria: z.exactOptional(linguaSecondaria) }),
  responses: { 200: { "application/json": Avviso, "application/pdf": BINARIO } },
  errors: ["NON_TROVATO", "PAG_006", "PAG_007", "DOM_000", ...ERRORI_VERIFICA],
});
