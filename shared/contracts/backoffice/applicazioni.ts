/** Client applications (A2A). */
import * as z from "zod";
import { idA2A, principal } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, letturaSu, nullabili, parametriElenco, scritturaSu } from "./comuni.ts";
import { ServizioIntegrazione, ServizioIntegrazionePost } from "./connettori.ts";
import { campiUtenza, campiUtenzaPost, elencoTipi } from "./utenze.ts";
import { inApprovazione, VariazioniApplicazione } from "./variazioni-utenza.ts";

const params = z.strictObject({ idA2A });

const codificaIuv = z.string().regex(/^\d{1,15}$/, "attese da 1 a 15 cifre");

/** It runs on every notice number: which patterns are accepted is said, with the reason, by the use case. */
const regExpIuv = z.string().min(1).max(1024);

const CodificaAvvisiPost = z
  .strictObject({ ...nullabili({ codificaIuv, regExpIuv }), generazioneIuvInterna: z.boolean().nullish() })
  .refine((codifica) => codifica.generazioneIuvInterna !== true || codifica.regExpIuv != null, {
    path: ["regExpIuv"],
    message: "obbligatoria con generazioneIuvInterna",
  });

const aggiornamentoValiditaMandatorio = z
  .boolean()
  .describe(
    "Una pendenza con dataValidita trascorsa si verifica al sistema dell'applicazione: se non risponde, true = non si paga, false (predefinito) = si paga com'è registrata",
  );

const LimiteRichieste = z
  .strictObject({
    richiesteAlSecondo: z.number().int().min(1).max(10_000),
    picco: z
      .exactOptional(z.number().int().min(1).max(100_000))
      .meta({ description: "Richieste che possono arrivare insieme; assente = due secondi di richieste" }),
  })
  .meta({ id: "LimiteRichieste", description: "Oltre, le richieste ricevono 429; assente = il limite dell'installazione" });

const inProva = z
  .boolean()
  .describe(
    "true solo alla nascita, e per sempre: vede solo domini in prova, fra quelli elencati, e ha chiavi che cominciano per fio_prova_; assente = com'è",
  );

export const ApplicazionePost = z
  .strictObject({
    principal,
    ...campiUtenzaPost,
    tipiPendenza: elencoTipi.describe('"*" = tutti; "autodeterminazione" = può indicare i dati di accredito nelle voci'),
    ...nullabili({
      codificaAvvisi: CodificaAvvisiPost,
      apiPagamenti: z.boolean(),
      apiPendenze: z.boolean(),
      apiRagioneria: z.boolean(),
      servizioIntegrazione: ServizioIntegrazionePost,
      aggiornamentoValiditaMandatorio,
      limiteRichieste: LimiteRichieste,
      inProva,
    }),
  })
  .meta({ id: "ApplicazionePost" });

export const ApplicazioneIndex = z.strictObject({ idA2A, principal: z.string(), abilitato: z.boolean() }).meta({ id: "ApplicazioneIndex" });

export const Applicazione = z
  .strictObject({
    idA2A,
    ...campiUtenza,
    codificaAvvisi: z
      .strictObject({ codificaIuv: z.string().optional(), regExpIuv: z.string().optional(), generazioneIuvInterna: z.boolean() })
      .optional(),
    apiPagamenti: z.boolean(),
    apiPendenze: z.boolean(),
    apiRagioneria: z.boolean(),
    servizioIntegrazione: ServizioIntegrazione.optional(),
    aggiornamentoValiditaMandatorio: z.boolean(),
    limiteRichieste: LimiteRichieste.optional(),
    inProva: z.literal(true).optional(),
  })
  .meta({ id: "Applicazione" });

/** A change of rights or credentials may wait for a second person: its request is in the archive. */
const scrittura = {
  ...scritturaSu("Anagrafica Applicazioni"),
  risorsa: "applicazioni",
  params,
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:write", "eventi:write"],
} as const;

export const addApplicazione = defineOperation({
  ...scrittura,
  id: "addApplicazione",
  path: "/applicazioni/{idA2A}",
  summary: "Aggiunge o aggiorna un'applicazione",
  description:
    "Il principal è unico tra applicazioni, operatori e nodi. Nessuno concede più di quanto ha: chi opera su alcuni domini può autorizzare solo quelli. I segreti non sono mai restituiti: l'assenza in scrittura conserva quelli registrati.",
  body: ApplicazionePost,
  responses: { ...scrittura.responses, 202: inApprovazione },
  errors: ["PRINCIPAL_IN_USO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const getApplicazione = defineOperation({
  ...letturaSu("Anagrafica Applicazioni"),
  id: "getApplicazione",
  path: "/applicazioni/{idA2A}",
  summary: "Dettaglio di un'applicazione",
  risorsa: "applicazioni",
  params,
  responses: { 200: Applicazione },
  errors: ["NON_TROVATO"],
});

export const findApplicazioni = defineOperation({
  ...letturaSu("Anagrafica Applicazioni"),
  id: "findApplicazioni",
  path: "/applicazioni",
  summary: "Elenco delle applicazioni",
  risorsa: "applicazioni",
  query: z.strictObject({
    ...parametriElenco(ApplicazioneIndex, ["idA2A", "principal"], "idA2A"),
    ...filtroAbilitato,
    idA2A: z.string().min(1).max(35).optional(),
    principal: z.string().min(1).max(4000).optional(),
  }),
  responses: { 200: listaPaginata(ApplicazioneIndex.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const updateApplicazione = defineOperation({
  ...scrittura,
  id: "updateApplicazione",
  method: "PATCH",
  path: "/applicazioni/{idA2A}",
  summary: "Aggiunge o toglie diritti, domini e tipi pendenza a un'applicazione, o ne cambia la password",
  description: "Nessuno concede più di quanto ha. Tolto l'ultimo dominio o tipo pendenza, l'utenza non ne vede nessuno.",
  body: VariazioniApplicazione,
  responses: { 200: Applicazione, 202: inApprovazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});
