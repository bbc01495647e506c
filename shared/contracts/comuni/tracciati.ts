/**
 * Bulk batches (reference 1.11 rows 6-14 and 2.10), the same under Backoffice for operators and under Pendenze for applications. Beyond GovPay's:
 * upload by link, dry run, start and stop, refused rows as a file, progress. Paths with the creditor reuse the name `id`, because a path template
 * may have one name only in each place.
 */
import * as z from "zod";
import { BINARIO, defineOperation } from "../operation.ts";
import { idA2A, idDominio, idTipoPendenza } from "./campi.ts";
import { booleanoQuery, listaPaginata, parametriPagina } from "./pagina.ts";

const opz = z.exactOptional;
const testo = z.string();
const testoOpz = opz(testo);
const intero = z.number().int();
const interoOpz = opz(intero);
const istante = z.iso.datetime();

export const STATI_TRACCIATO = [
  "IN_ATTESA",
  "IN_ELABORAZIONE",
  "ESEGUITO",
  "ESEGUITO_CON_ERRORI",
  "SCARTATO",
  "ELABORAZIONE_STAMPA",
] as const;

const Dominio = z.strictObject({ idDominio: testo, ragioneSociale: testoOpz }).meta({ id: "DominioTracciato" });

const campiIndice = {
  id: intero.meta({ description: "Intero che ogni client legge esattamente" }),
  nomeFile: testo,
  dominio: opz(Dominio),
  dataOraCaricamento: istante,
  stato: z.enum(STATI_TRACCIATO),
  descrizioneStato: testoOpz,
  numeroOperazioniTotali: intero.meta({ description: "Operazioni lette finora; a fine elaborazione, tutte" }),
  numeroOperazioniEseguite: intero,
  numeroOperazioniFallite: intero,
  numeroAvvisiTotali: intero,
  numeroAvvisiStampati: intero,
  numeroAvvisiFalliti: intero,
  operatoreMittente: testoOpz,
  dataOraUltimoAggiornamento: istante,
  stampaAvvisi: z.boolean(),
};

export const TracciatoIndex = z.strictObject(campiIndice).meta({ id: "TracciatoPendenzeIndex" });

const Avanzamento = z
  .strictObject({
    percentuale: interoOpz.meta({ description: "Della lettura del file, da 0 a 100" }),
    righeAlSecondo: interoOpz,
    secondiResidui: interoOpz,
  })
  .meta({ id: "AvanzamentoTracciato" });

export const Tracciato = z
  .strictObject({
    ...campiIndice,
    formato: testoOpz.meta({ description: "Riconosciuto dall'intestazione: govpay, mypay, piattaforma-unitaria, modello, json" }),
    versioneFormato: testoOpz,
    simulazione: z.boolean(),
    idTipoPendenza: testoOpz,
    attesaApprovazione: testoOpz.meta({ description: "Approvazione (Backoffice) che le righe di annullamento aspettano" }),
    avanzamento: Avanzamento,
  })
  .meta({ id: "TracciatoPendenze" });

const dati = z.record(testo, z.unknown());

export const OperazioneTracciato = z
  .strictObject({
    tipoOperazione: z.enum(["ADD", "DEL", "NON_VALIDA"]),
    stato: z.enum(["ESEGUITO", "SCARTATO", "NON_VALIDO"]),
    esito: testo.meta({ description: "ADD_OK, DEL_OK o il codice dell'errore" }),
    descrizioneStato: testoOpz,
    enteCreditore: opz(Dominio),
    soggettoPagatore: opz(dati),
    applicazione: testoOpz,
    identificativoPendenza: testoOpz,
    numeroAvviso: testoOpz,
    numero: intero.meta({ description: "Ordine nel file, da 1, intestazione esclusa" }),
    richiesta: testoOpz.meta({ description: "La riga com'era nel file; solo per le operazioni non riuscite" }),
    risposta: opz(dati),
  })
  .meta({ id: "OperazionePendenza" });

const CaricamentoTracciato = z
  .strictObject({
    nomeFile: z.string().min(1).max(255),
    formato: z.enum(["CSV", "JSON", "ZIP"]),
    idDominio: opz(idDominio),
    idTipoPendenza: opz(idTipoPendenza),
  })
  .meta({ id: "NuovoCaricamentoTracciato" });

const Caricamento = z
  .strictObject({
    id: intero,
    url: testo.meta({ description: "Dove scrivere il file con una PUT" }),
    metodo: z.literal("PUT"),
    intestazioni: z.record(testo, testo).meta({ description: "Da inviare così come sono: la firma le comprende" }),
    scadenza: istante,
  })
  .meta({ id: "CaricamentoTracciato" });

const params = z.strictObject({ id: z.string().regex(/^\d{1,16}$/, "attese da 1 a 16 cifre") });
const paramsDominio = z.strictObject({ id: idDominio.meta({ description: "idDominio del creditore" }) });
const paramsTipo = z.strictObject({ id: idDominio.meta({ description: "idDominio del creditore" }), idTipoPendenza });

const opzioni = {
  stampaAvvisi: booleanoQuery.default(true),
  simulazione: booleanoQuery.default(false).meta({ description: "Tutti i controlli, nulla di scritto" }),
  forza: booleanoQuery.default(false).meta({ description: "Carica il file anche se è già stato caricato" }),
  idA2A: opz(idA2A).meta({ description: "Applicazione delle righe che non la indicano (MyPay, Piattaforma Unitaria)" }),
  nomeFile: opz(z.string().min(1).max(255)).meta({ description: "Nome del file, se non arriva con il modulo" }),
};

/** Who calls, and where: what the two APIs do not share. */
interface Ambito {
  readonly api: "backoffice" | "pendenze";
  readonly radice: "/pendenze/tracciati" | "/tracciati";
  readonly chi: "operatore" | "applicazione";
  readonly servizio: "Pendenze" | "API Pendenze";
}

export const DAL_BACKOFFICE = { api: "backoffice", radice: "/pendenze/tracciati", chi: "operatore", servizio: "Pendenze" } as const;
export const DALLE_APPLICAZIONI = { api: "pendenze", radice: "/tracciati", chi: "applicazione", servizio: "API Pendenze" } as const;

const comune = <const A extends Ambito, const D extends "R" | "W">({ api, chi, servizio }: A, diritto: D) =>
  ({ api, risorsa: "tracciati", auth: [chi], acl: { servizi: [servizio], diritto } }) as const;

const LETTURA = { method: "GET", capacita: ["anagrafiche:read", "archivio:read"], peso: "lettura" } as const;
const FILE = { method: "GET", capacita: ["anagrafiche:read", "archivio:read", "documenti:read"], peso: "lettura" } as const;
const SCRITTURA = {
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:write"],
  peso: "scrittura",
} as const;
const VARIAZIONE = {
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read"],
  peso: "scrittura",
} as const;
const ERRORI_CARICAMENTO = ["APP_000", "APP_002", "DOM_000", "DOM_001", "TVR_000", "TVD_000", "CONFLITTO"] as const;
const CARICATO = { 200: TracciatoIndex.describe("File già caricato: il suo tracciato"), 201: TracciatoIndex } as const;
/** What a synchronous invocation carries, base64 and envelope included; larger files go by link. */
const CARICAMENTO = {
  ...SCRITTURA,
  method: "POST",
  limiti: { bodyKilobytes: 4096, timeoutSeconds: 25, memoryMegabytes: 1024 },
  responses: CARICATO,
  errors: ERRORI_CARICAMENTO,
} as const;
const FILE_CSV = ["text/csv", "application/zip", "application/octet-stream", "multipart/form-data"] as const;

export const defineAddTracciatoPendenze = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "W"),
    ...CARICAMENTO,
    id: "addTracciatoPendenze",
    path: ambito.radice,
    summary: "Carica un tracciato JSON di pendenze",
    description:
      "Un file oltre 4 MB si carica con addCaricamentoTracciato. Le operazioni si elaborano una per una, senza annullare quelle riuscite.",
    query: z.strictObject(opzioni),
    corpoGrezzo: ["application/json", "multipart/form-data"],
  });

export const defineAddTracciatoDominio = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "W"),
    ...CARICAMENTO,
    id: "addTracciatoDominio",
    path: `${ambito.radice}/{id}`,
    summary: "Carica un tracciato CSV di pendenze di un dominio",
    description:
      "Il formato si riconosce dall'intestazione: MyPay 1.0-1.4, Piattaforma Unitaria 2.0, GovPay (87 colonne). Codifica UTF-8 o Windows-1252, separatore ; , o tabulazione. Anche uno ZIP che contiene un CSV.",
    params: paramsDominio,
    query: z.strictObject(opzioni),
    corpoGrezzo: FILE_CSV,
  });

export const defineAddTracciatoTipoPendenza = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "W"),
    ...CARICAMENTO,
    id: "addTracciatoTipoPendenza",
    path: `${ambito.radice}/{id}/{idTipoPendenza}`,
    summary: "Carica un tracciato CSV con il modello del tipo pendenza",
    description: "Senza un modello (tracciatoCsv del tipo pendenza, di tipo fiorino) il formato si riconosce dall'intestazione.",
    params: paramsTipo,
    query: z.strictObject(opzioni),
    corpoGrezzo: FILE_CSV,
  });

export const defineAddCaricamentoTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "W"),
    ...SCRITTURA,
    method: "POST",
    id: "addCaricamentoTracciato",
    path: `${ambito.radice}/caricamenti`,
    summary: "Annuncia un tracciato di grandi dimensioni e risponde dove scriverne il file",
    description: "Scritto il file con una PUT all'indirizzo (al massimo 512 MB), l'elaborazione si avvia con updateTracciato.",
    query: z.strictObject({ stampaAvvisi: opzioni.stampaAvvisi, simulazione: opzioni.simulazione, idA2A: opzioni.idA2A }),
    body: CaricamentoTracciato,
    responses: { 201: Caricamento },
    errors: ERRORI_CARICAMENTO,
  });

export const defineFindTracciatiPendenze = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "R"),
    ...LETTURA,
    id: "findTracciatiPendenze",
    path: ambito.radice,
    summary: "Elenco dei tracciati di pendenze, dal più recente",
    query: z.strictObject({ ...parametriPagina, idDominio: opz(idDominio), statoTracciatoPendenza: opz(z.enum(STATI_TRACCIATO)) }),
    responses: { 200: listaPaginata(TracciatoIndex).meta({ id: "TracciatiPendenze" }) },
    errors: ["PARAMETRO_NON_VALIDO"],
  });

export const defineGetTracciatoPendenze = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "R"),
    ...LETTURA,
    id: "getTracciatoPendenze",
    path: `${ambito.radice}/{id}`,
    summary: "Dettaglio e avanzamento di un tracciato",
    params,
    responses: { 200: Tracciato },
    errors: ["NON_TROVATO"],
  });

/** There is no JSON patch to choose from: one field, two values. */
const VariazioneTracciato = z
  .strictObject({ op: z.literal("REPLACE"), path: z.literal("/stato"), value: z.enum(["IN_ATTESA", "INTERROTTO"]) })
  .meta({ id: "VariazioneTracciato", description: "IN_ATTESA avvia un tracciato il cui file è stato caricato; INTERROTTO lo ferma" });

export const defineUpdateTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "W"),
    ...VARIAZIONE,
    method: "PATCH",
    id: "updateTracciato",
    path: `${ambito.radice}/{id}`,
    summary: "Avvia o ferma l'elaborazione di un tracciato",
    params,
    body: z.array(VariazioneTracciato).length(1, "attesa una variazione"),
    responses: { 200: TracciatoIndex },
    errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO"],
  });

export const defineFindOperazioniTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...comune(ambito, "R"),
    ...FILE,
    id: "findOperazioniTracciato",
    path: `${ambito.radice}/{id}/operazioni`,
    summary: "Esito delle operazioni di un tracciato, in ordine, anche mentre si elabora",
    params,
    query: z.strictObject(parametriPagina),
    responses: { 200: listaPaginata(OperazioneTracciato).meta({ id: "OperazioniPendenza" }) },
    errors: ["NON_TROVATO", "PARAMETRO_NON_VALIDO"],
  });

const ALTROVE = z.undefined().describe("Il file è grande: si scarica dall'indirizzo in Location, valido 5 minuti");
const TESTO = { 200: { "text/csv": BINARIO, "application/json": BINARIO }, 303: ALTROVE } as const;

const scarica = <const A extends Ambito, const I extends string, const P extends string>(ambito: A, id: I, parte: P, summary: string) =>
  ({ ...comune(ambito, "R"), ...FILE, id, path: `${ambito.radice}/{id}/${parte}`, summary, params, errors: ["NON_TROVATO"] }) as const;

export const defineGetRichiestaTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...scarica(ambito, "getRichiestaTracciato", "richiesta", "Il file caricato, byte per byte"),
    responses: { 200: { "text/csv": BINARIO, "application/json": BINARIO, "application/zip": BINARIO }, 303: ALTROVE },
  });

export const defineGetEsitoTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...scarica(ambito, "getEsitoTracciato", "esito", "Esito riga per riga, a elaborazione finita"),
    responses: TESTO,
  });

export const defineGetScartiTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...scarica(ambito, "getScartiTracciato", "scarti", "Le righe rifiutate, pronte da correggere e ricaricare"),
    description: "Stessa intestazione e stesse colonne, più il motivo nell'ultima, che al ricaricamento non conta.",
    responses: TESTO,
  });

export const defineGetStampeTracciato = <const A extends Ambito>(ambito: A) =>
  defineOperation({
    ...scarica(ambito, "getStampeTracciato", "stampe", "ZIP degli avvisi stampati"),
    responses: { 200: { "application/zip": BINARIO }, 303: ALTROVE },
  });
