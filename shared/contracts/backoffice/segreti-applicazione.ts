/** The secrets with which an application authenticates: two valid at a time of each kind, so that one can be replaced without a stop. */
import * as z from "zod";
import { idA2A, password } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { letturaSu, scritturaSu } from "./comuni.ts";
import { inApprovazione } from "./variazioni-utenza.ts";

const risorsa = "applicazioni";
const idSegreto = z.string().regex(/^(principale|[0-9a-f]{12})$/, "atteso principale o 12 cifre esadecimali");

export const SegretoApplicazione = z
  .strictObject({
    id: z.string(),
    tipo: z.enum(["PASSWORD", "API_KEY"]),
    principale: z.boolean(),
    creatoIl: z.string().optional(),
    ultimoUso: z.string().optional().describe("In ritardo di qualche minuto; assente = mai usato da quando si registra"),
  })
  .meta({ id: "SegretoApplicazione" });

const Aggiunto = z.strictObject({ id: z.string(), apiKey: z.string().optional() });

export const findSegretiApplicazione = defineOperation({
  ...letturaSu("Anagrafica Applicazioni"),
  id: "findSegretiApplicazione",
  path: "/applicazioni/{idA2A}/segreti",
  summary: "Segreti validi di un'applicazione: quando sono nati e quando sono serviti l'ultima volta",
  risorsa,
  params: z.strictObject({ idA2A }),
  responses: { 200: z.strictObject({ segreti: z.array(SegretoApplicazione) }) },
  errors: ["NON_TROVATO"],
});

export const addSegretoApplicazione = defineOperation({
  ...scritturaSu("Anagrafica Applicazioni"),
  id: "addSegretoApplicazione",
  method: "POST",
  path: "/applicazioni/{idA2A}/segreti",
  summary: "Aggiunge un segreto a un'applicazione",
  description: "Una password scelta da chi chiama, o una chiave generata qui e mostrata solo nella risposta. Al massimo due per tipo.",
  risorsa,
  params: z.strictObject({ idA2A }),
  body: z.strictObject({ tipo: z.enum(["PASSWORD", "API_KEY"]), password: password.optional() }).meta({ id: "SegretoApplicazionePost" }),
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:write", "eventi:write"],
  responses: {
    201: Aggiunto,
    202: Aggiunto.describe("Vale quando un'altra persona approva: Location è la richiesta (GET /approvazioni/{id})"),
  },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const updateSegretoApplicazione = defineOperation({
  ...scritturaSu("Anagrafica Applicazioni"),
  id: "updateSegretoApplicazione",
  method: "PATCH",
  path: "/applicazioni/{idA2A}/segreti/{idSegreto}",
  summary: "Promuove un segreto a principale, o lo revoca",
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:write", "eventi:write"],
  description: "La password principale è quella che una PUT sostituisce. Una revoca vale ovunque entro un minuto.",
  risorsa,
  params: z.strictObject({ idA2A, idSegreto }),
  body: z
    .array(z.strictObject({ op: z.literal("REPLACE"), path: z.enum(["/principale", "/revocato"]), value: z.literal(true) }))
    .length(1)
    .meta({ id: "PatchSegretoApplicazione" }),
  responses: { 200: z.undefined(), 202: inApprovazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});
