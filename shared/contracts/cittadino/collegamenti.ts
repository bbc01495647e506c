/** Public links: what a message to the citizen brings to, without logging in (docs/identita.md). */
import * as z from "zod";
import { idDominio, numeroAvviso } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";

export const Collegamento = z
  .strictObject({
    scopo: z.enum(["AVVISO", "RICEVUTA", "PAGAMENTO"]),
    idDominio,
    numeroAvviso: numeroAvviso.optional(),
    UUID: z.string().describe("Con cui le operazioni aperte a tutti mostrano questa pendenza"),
  })
  .meta({ id: "Collegamento" });

export const getCollegamento = defineOperation({
  api: "cittadino",
  id: "getCollegamento",
  method: "GET",
  path: "/collegamenti/{gettone}",
  summary: "Apre un collegamento pubblico: l'avviso o la ricevuta in PDF, o la pagina di pagamento",
  description:
    "Il gettone è sigillato, vale per una cosa sola e scade. Uno falso, scaduto o di altro scopo risponde 404, senza dire perché. Con `dati=true` dice di che cosa parla, per la pagina che lo riceve.",
  risorsa: "collegamenti",
  auth: ["anonimo", "cittadino", "applicazione", "operatore", "nodo"],
  peso: "pdf",
  capacita: ["anagrafiche:read", "archivio:read", "documenti:read", "documenti:write"],
  params: z.strictObject({ gettone: z.string().regex(/^[\w-]{30,1500}$/, "collegamento non valido") }),
  query: z.strictObject({ dati: z.enum(["true", "false"]).optional() }),
  responses: {
    200: { "application/pdf": BINARIO, "application/json": Collegamento },
    303: z.undefined().describe("Verso la pagina di pagamento del portale"),
  },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO", "PAG_006", "PAG_007", "DOM_000"],
});
