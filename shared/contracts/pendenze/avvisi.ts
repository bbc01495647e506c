/** The notice of a debt, as data or printed (reference 1.2 row 6 and 2.6). */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";
import { Avviso, linguaSecondaria } from "./modelli-lettura.ts";
import { chiaveAvviso } from "./pendenze.ts";

export const getAvviso = defineOperation({
  api: "pendenze",
  id: "getAvviso",
  method: "GET",
  path: "/avvisi/{idDominio}/{numeroAvviso}",
  summary: "Avviso di pagamento, in JSON o stampato (Accept: application/pdf)",
  description: "linguaSecondaria è accettata; la stampa è per ora in italiano. Una pendenza di soli bolli non ha un avviso stampato.",
  risorsa: "avvisi",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "pdf",
  params: chiaveAvviso,
  query: z.strictObject({ linguaSecondaria: z.exactOptional(linguaSecondaria) }),
  responses: { 200: { "application/json": Avviso, "application/pdf": BINARIO } },
  errors: ["NON_TROVATO"],
});
