/** The internal jobs: their state, and how to start one now (reference 1.11 rows 86–88). */
import * as z from "zod";
import { booleanoQuery, listaPaginata, parametriPagina } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

const opz = z.exactOptional;
const SERVIZI = ["Configurazione e manutenzione"] as const;
const comune = { api: "backoffice", risorsa: "operazioni", auth: ["operatore"] } as const;
const lettura = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
} as const;
const avvio = {
  ...comune,
  acl: { servizi: SERVIZI, diritto: "W" },
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "lavori:start"],
  peso: "scrittura",
  limiti: { bodyKilobytes: 4 },
} as const;

const nome = z.string().regex(/^[a-zA-Z]{1,64}$/, "attese da 1 a 64 lettere");
const esecuzione = z.string().regex(/^[\w-]{1,64}$/, "attesi da 1 a 64 caratteri tra lettere, cifre, - e _");

export const Esecuzione = z
  .strictObject({
    id: z.string(),
    stato: z.enum(["RICHIESTA", "IN_CORSO", "CONCLUSA", "FALLITA"]),
    origine: z.enum(["SCHEDULAZIONE", "OPERATORE"]),
    principal: opz(z.string()),
    richiestaAlle: z.string(),
    avviataAlle: opz(z.string()),
    conclusaAlle: opz(z.string()),
    durataMillisecondi: opz(z.number()),
    cifre: opz(z.record(z.string(), z.number()).meta({ description: "Che cosa ha contato il lavoro, per chi opera su tutti i domini" })),
    dettaglio: opz(z.string()),
  })
  .meta({ id: "Esecuzione" });

const indice = { idOperazione: z.string(), descrizione: z.string(), location: z.string() };

export const OperazioneIndex = z
  .strictObject({
    ...indice,
    schedulazione: z.string().meta({ description: "Espressione di EventBridge Scheduler, ora di Roma" }),
    stato: z.enum(["FERMA", "IN_CORSO"]),
    inCorsoDal: opz(z.string()),
    prossimaEsecuzione: opz(z.string()),
    ultimoSuccesso: opz(z.string()),
    ultimaEsecuzione: opz(Esecuzione),
  })
  .meta({ id: "OperazioneIndex" });

export const OperazioneInterna = z
  .strictObject({
    ...indice,
    stato: z.union([z.literal(0), z.literal(1), z.literal(2)]).meta({ description: "0: avviata; 1: era già in esecuzione, non riavviata" }),
    esito: z.string(),
    dettaglio: opz(z.string()),
  })
  .meta({ id: "OperazioneInterna" });

export const EsitoOperazione = z
  .strictObject({
    percentuale: z.number().int(),
    descrizione: z.string(),
    stato: opz(z.enum(["OK", "KO", "WARN"]).meta({ description: "Assente finché non è conclusa" })),
    esecuzione: Esecuzione,
  })
  .meta({ id: "EsitoOperazione" });

export const findOperazioni = defineOperation({
  ...lettura,
  id: "findOperazioni",
  method: "GET",
  path: "/operazioni",
  summary: "Elenco dei lavori interni, con lo stato, l'ultimo esito e la prossima esecuzione",
  query: z.strictObject(parametriPagina),
  responses: { 200: listaPaginata(OperazioneIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const startOperazione = defineOperation({
  ...avvio,
  id: "startOperazione",
  method: "POST",
  path: "/operazioni/{idOperazione}/avvio",
  summary: "Avvia subito un lavoro interno",
  description:
    "Estensione: risponde senza attendere la fine; l'andamento si legge da location. `forza` libera un lavoro preso da un'esecuzione interrotta, " +
    "che si libererebbe da solo alla scadenza della prenotazione: chi lo fa resta nel giornale.",
  params: z.strictObject({ idOperazione: nome }),
  body: z.strictObject({ forza: z.boolean().default(false) }).meta({ id: "AvvioOperazione" }),
  responses: { 202: Esecuzione },
  errors: ["NON_TROVATO", "LAVORO_IN_CORSO", "CONFLITTO", "BATCH_001"],
});

export const getOperazione = defineOperation({
  ...avvio,
  id: "getOperazione",
  method: "GET",
  path: "/operazioni/{idOperazione}",
  summary: "Avvia un lavoro interno, con il verbo di GovPay",
  description:
    "Una GET che ha effetti, come la serve GovPay (reference 10.1): resta per chi già la chiama, vuole il diritto di scrittura ed è annotata nel giornale. " +
    "Sono riconosciuti anche i nomi di GovPay acquisizioneRendicontazioni, recuperoRT, chiusuraRptScadute e inviaPosizioniDebitorieAca.",
  params: z.strictObject({ idOperazione: nome }),
  query: z.strictObject({ force: booleanoQuery.default(false) }),
  responses: { 200: OperazioneInterna },
  errors: ["NON_TROVATO", "PARAMETRO_NON_VALIDO", "CONFLITTO", "BATCH_001"],
});

export const getStatoOperazione = defineOperation({
  ...lettura,
  id: "getStatoOperazione",
  method: "GET",
  path: "/operazioni/stato/{id}",
  summary: "Stato di un'esecuzione, o dell'ultima di un lavoro",
  description: "id è quello dell'esecuzione oppure il nome del lavoro.",
  params: z.strictObject({ id: esecuzione }),
  responses: { 200: EsitoOperazione },
  errors: ["NON_TROVATO"],
});
