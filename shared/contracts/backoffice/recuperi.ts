/** The repair queue of the missing receipts: what is being looked for, what was tried, and the two things that an operator may do about it. */
import * as z from "zod";
import { idDominio, idRicevuta, iuv, testo } from "../comuni/campi.ts";
import { dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Rendicontazioni e Incassi"] as const;
const comune = { api: "backoffice", risorsa: "recuperi", auth: ["operatore"] } as const;
const lettura = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;
const scrittura = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 16 },
} as const;

/** As the state table of the domain (docs/states/recupero.md); a test compares the two. */
export const STATI = [
  "IN_ATTESA",
  "DA_RECUPERARE",
  "DA_REGISTRARE",
  "TROVATO",
  "RECUPERATO",
  "SENZA_RPT",
  "NON_TROVATO",
  "DECADUTO",
  "ABBANDONATO",
] as const;
const ORIGINI = ["FLUSSO", "ATTIVAZIONE", "OPERATORE"] as const;
const chiave = { idDominio, iuv, iur: idRicevuta };

export const Recupero = z
  .strictObject({
    dominio: z.strictObject({ idDominio, ragioneSociale: z.string() }),
    iuv: z.string(),
    iur: z
      .string()
      .meta({ description: "Identificativo della ricevuta; di un'attivazione, che non lo conosce ancora, il codice del tentativo" }),
    stato: z.enum(STATI),
    descrizioneStato: z.string(),
    origine: z.enum(ORIGINI),
    dettaglio: opz(z.string()),
    importo: opz(z.number()),
    dataRilevazione: z.string(),
    dataProssimoTentativo: opz(z.string()),
    dataUltimoTentativo: opz(z.string()),
    dataChiusura: opz(z.string()),
    tentativi: z.number().int().meta({ description: "Risposte di pagoPA senza la ricevuta" }),
    urgente: z.boolean(),
    flusso: opz(
      z.strictObject({ idFlusso: z.string(), idPsp: z.string(), revisione: z.number().int(), esito: z.number().int() }).meta({
        description: "La riga che rendiconta il pagamento",
      }),
    ),
    provenienza: opz(z.enum(["NODO", "RECUPERO", "MANUALE"])),
    operatore: opz(z.string()),
    motivazione: opz(z.string()),
  })
  .meta({ id: "Recupero" });

export const findRecuperi = defineOperation({
  ...lettura,
  id: "findRecuperi",
  method: "GET",
  path: "/recuperi",
  summary: "Elenco delle ricevute mancanti e di come procede la loro ricerca",
  description: "dataDa e dataA si riferiscono a quando la mancanza è stata rilevata.",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    stato: opz(z.enum(STATI)),
    origine: opz(z.enum(ORIGINI)),
    iuv: opz(iuv),
    iur: opz(idRicevuta),
    idFlusso: opz(z.string().min(1).max(35)),
  }),
  responses: { 200: listaPaginata(Recupero) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getRecupero = defineOperation({
  ...lettura,
  id: "getRecupero",
  method: "GET",
  path: "/recuperi/{idDominio}/{iuv}/{iur}",
  summary: "Dettaglio di una ricevuta mancante",
  params: z.strictObject(chiave),
  responses: { 200: Recupero },
  errors: ["NON_TROVATO"],
});

export const NuovoRecupero = z.strictObject({ ...chiave, motivazione: testo(255) }).meta({ id: "NuovoRecupero" });

export const addRecupero = defineOperation({
  ...scrittura,
  id: "addRecupero",
  method: "POST",
  path: "/recuperi",
  summary: "Chiede a pagoPA una ricevuta di cui si conoscono ente, IUV e IUR",
  description:
    "La richiesta passa davanti alle altre e parte entro dieci minuti, se pagoPA ha ancora chiamate da concedere. Ripetuta, risponde 200 con la ricerca com'è; " +
    "se la ricevuta è già in archivio risponde 422.",
  body: NuovoRecupero,
  responses: { 200: Recupero, 201: Recupero },
  errors: ["NON_PROCESSABILE", "CONFLITTO", "DOM_000"],
});

export const AzioneRecupero = z
  .strictObject({
    azione: z.enum(["RIPROVA", "ABBANDONA"]).meta({ description: "RIPROVA: cerca ancora, davanti alle altre; ABBANDONA: rinuncia" }),
    motivazione: testo(255),
  })
  .meta({ id: "AzioneRecupero" });

export const updateRecupero = defineOperation({
  ...scrittura,
  id: "updateRecupero",
  method: "PATCH",
  path: "/recuperi/{idDominio}/{iuv}/{iur}",
  summary: "Riprova subito, o abbandona con un motivo, la ricerca di una ricevuta",
  description:
    "La scelta dell'operatore resta nel recupero e nel giornale. Un'attivazione senza ricevuta non si può riprovare: il suo IUR si saprà dal flusso.",
  params: z.strictObject(chiave),
  body: AzioneRecupero,
  responses: { 200: Recupero },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
});
