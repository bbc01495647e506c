/** Anomalies as work items: who works on what, until when, and what was decided. Not of GovPay, which only shows the codes of a flow. */
import * as z from "zod";
import { giorno, idDominio, testo } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { ACL_LETTURA_CONTABILE, ACL_SCRITTURA_CONTABILE } from "./parametri.ts";

const opz = z.exactOptional;
const comune = { api: "riconciliazione", risorsa: "anomalie", auth: ["applicazione", "operatore"] } as const;
export const lettura = { ...comune, acl: ACL_LETTURA_CONTABILE, capacita: ["anagrafiche:read", "archivio:read"], peso: "lettura" } as const;
export const scrittura = {
  ...comune,
  acl: ACL_SCRITTURA_CONTABILE,
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
} as const;

/** As the state table of the domain (docs/states/anomalia.md). */
export const STATI = ["APERTA", "RISOLTA", "CHIUSA"] as const;
const SOGGETTI = ["FLUSSO", "MOVIMENTO", "RISCONTRO"] as const;

const idAnomalia = z
  .string()
  .regex(/^[A-Z0-9_]{1,40}\.[A-Z]{1,12}(\.[A-Za-z0-9~_-]{1,300}){1,3}$/, "atteso l'identificativo di un'anomalia, come lo dà l'elenco");
const codice = z.string().regex(/^[A-Z0-9_]{1,40}$/, "atteso il codice di un'anomalia");
/** Name of an office: what its people choose. */
export const coda = z.string().regex(/^[A-Za-z0-9_-]{1,35}$/, "ammessi da 1 a 35 caratteri tra lettere, cifre, - e _");
const persona = testo(255);

const Fatti = z.strictObject({
  importo: opz(z.number()),
  importoAtteso: opz(z.number()),
  giorno: opz(z.string()),
  quante: opz(z.number().int().meta({ description: "Righe interessate" })),
  iuv: opz(z.string()),
  idTipoPendenza: opz(z.string()),
  idUnitaOperativa: opz(z.string()),
  dettaglio: opz(z.string()),
});

const indice = {
  idDominio: z.string(),
  id: z.string(),
  codice: z.string(),
  titolo: z.string(),
  soggetto: z.strictObject({
    tipo: z.enum(SOGGETTI),
    descrizione: z.string(),
    idFlusso: opz(z.string()),
    idPsp: opz(z.string()),
    idMovimento: opz(z.string()),
    iuv: opz(z.string()),
    iur: opz(z.string()),
    indice: opz(z.number().int()),
  }),
  stato: z.enum(STATI),
  evidenza: z
    .enum(["PRESENTE", "ASSENTE"])
    .meta({ description: "Se i dati di adesso la mostrano ancora, qualunque cosa abbiano deciso le persone" }),
  fatti: Fatti,
  coda: z.string(),
  regola: opz(z.string().meta({ description: "La regola che ha scelto la coda" })),
  assegnatario: opz(z.string()),
  nota: opz(z.string()),
  scadenza: opz(z.string()),
  inRitardo: z.boolean(),
  nascostaFino: opz(z.string()),
  dataApertura: z.string(),
  dataEmersione: z.string().meta({ description: "Da quando è negli elenchi: prima, ciò che manca poteva ancora arrivare" }),
  dataUltimaVariazione: z.string(),
  chiusura: opz(
    z
      .strictObject({ autore: z.string(), motivazione: z.string(), data: z.string() })
      .meta({ description: "L'ultima volta che una persona, o una regola, l'ha chiusa: resta anche se poi si riapre" }),
  ),
};

export const AnomaliaIndex = z.strictObject(indice).meta({ id: "AnomaliaIndex" });

const VoceStoria = z.strictObject({
  data: z.string(),
  autore: z.string(),
  evento: z.string(),
  motivazione: opz(z.string()),
  campi: z.record(z.string(), z.strictObject({ prima: opz(z.string()), dopo: opz(z.string()) })),
});

export const Anomalia = z
  .strictObject({
    ...indice,
    significato: z.string(),
    causa: z.string(),
    rimedio: z.string(),
    storia: z.array(VoceStoria),
  })
  .meta({ id: "AnomaliaRiscontro" });

const filtri = {
  codice: opz(codice),
  coda: opz(coda),
  assegnatario: opz(persona),
  soggetto: opz(z.enum(SOGGETTI)),
  scadenzaEntro: opz(giorno),
  testo: opz(testo(100)),
};

export const findAnomalie = defineOperation({
  ...lettura,
  id: "findAnomalie",
  method: "GET",
  path: "/anomalie",
  summary: "Elenco delle anomalie da lavorare",
  description:
    "dataDa e dataA si riferiscono a quando è il momento di guardarle. Quelle nascoste, e quelle per cui è ancora presto, si vedono con inAttesa=true. " +
    "testo cerca nell'identificativo, nel codice, nel dettaglio, nella nota e nell'assegnatario.",
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    idDominio: opz(idDominio),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    stato: opz(z.enum(STATI)),
    inAttesa: booleanoQuery.default(false),
    ...filtri,
  }),
  responses: { 200: listaPaginata(AnomaliaIndex).meta({ id: "Anomalie" }) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const getAnomalia = defineOperation({
  ...lettura,
  id: "getAnomalia",
  method: "GET",
  path: "/anomalie/{idDominio}/{id}",
  summary: "Un'anomalia, che cosa significa, che cosa fare, e tutto ciò che le è successo",
  params: z.strictObject({ idDominio, id: idAnomalia }),
  responses: { 200: Anomalia },
  errors: ["NON_TROVATO"],
});

const replace = { op: z.literal("REPLACE") };
export const VariazioneAnomalia = z
  .discriminatedUnion("path", [
    z.strictObject({ ...replace, path: z.literal("/assegnatario"), value: persona.nullable() }),
    z.strictObject({ ...replace, path: z.literal("/coda"), value: coda }),
    z.strictObject({ ...replace, path: z.literal("/scadenza"), value: giorno.nullable() }),
    z.strictObject({ ...replace, path: z.literal("/nascostaFino"), value: giorno.nullable() }),
    z.strictObject({ op: z.literal("ADD"), path: z.literal("/nota"), value: testo(1000) }),
    z.strictObject({
      ...replace,
      path: z.literal("/stato"),
      value: z.strictObject({ stato: z.enum(["APERTA", "CHIUSA"]), motivazione: testo(255) }),
    }),
  ])
  .meta({
    id: "VariazioneAnomalia",
    description: "null toglie il valore; la nota nuova prende il posto della vecchia, che resta nella storia",
  });

const variazioni = z.array(VariazioneAnomalia).min(1, "attesa almeno una variazione").max(6, "ammesse al massimo 6 variazioni");

export const updateAnomalia = defineOperation({
  ...scrittura,
  id: "updateAnomalia",
  method: "PATCH",
  path: "/anomalie/{idDominio}/{id}",
  summary: "Assegna, annota, rimanda, nasconde, chiude o riapre un'anomalia",
  description:
    "Tutte le variazioni o nessuna. Il ricalcolo non cancella ciò che una persona ha deciso: una chiusa si riapre da sola solo se i fatti (importi, numero di righe) cambiano. " +
    "Con If-Match, preso dall'ETag del dettaglio, chi arriva secondo riceve 412.",
  limiti: { bodyKilobytes: 16 },
  params: z.strictObject({ idDominio, id: idAnomalia }),
  body: variazioni,
  responses: { 200: AnomaliaIndex },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const AzioneAnomalie = z
  .strictObject({
    variazioni,
    anomalie: opz(
      z
        .array(z.strictObject({ idDominio, id: idAnomalia }))
        .min(1)
        .max(100, "ammesse al massimo 100 anomalie per richiesta"),
    ),
    filtro: opz(z.strictObject({ idDominio, ...filtri })),
    cursore: opz(z.string().regex(/^[A-Za-z0-9_-]{1,1000}$/, "atteso il cursore di una risposta precedente")),
  })
  .refine(({ anomalie, filtro }) => (anomalie === undefined) !== (filtro === undefined), {
    error: "serve uno solo tra anomalie e filtro",
  })
  .refine(({ filtro, cursore }) => cursore === undefined || filtro !== undefined, { error: "cursore: si usa solo con filtro" })
  .meta({ id: "AzioneAnomalie" });

export const addAzioneAnomalie = defineOperation({
  ...scrittura,
  id: "addAzioneAnomalie",
  method: "POST",
  path: "/anomalie/azioni",
  summary: "Le stesse variazioni su molte anomalie",
  description:
    "Su quelle indicate, o su quelle aperte che il filtro trova, 100 per richiesta: con cursore si prosegue, finché la risposta ne dà uno. Ognuna ha il suo esito, e una rifiutata non ferma le altre; " +
    "ripetere la richiesta è sicuro (quelle già fatte rispondono INVARIATA).",
  limiti: { bodyKilobytes: 64, timeoutSeconds: 29 },
  body: AzioneAnomalie,
  responses: {
    200: z
      .strictObject({
        esiti: z.array(
          z.strictObject({
            idDominio: z.string(),
            id: z.string(),
            esito: z.enum(["FATTA", "INVARIATA", "RIFIUTATA"]),
            dettaglio: opz(z.string()),
          }),
        ),
        cursore: opz(z.string().meta({ description: "Ce ne sono altre: si prosegue ripetendo la richiesta con questo cursore" })),
      })
      .meta({ id: "EsitoAzioneAnomalie" }),
  },
  errors: [],
});
