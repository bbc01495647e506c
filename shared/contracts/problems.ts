/** The catalogue of problems: GovPay's codes (reference 2.17) with status and category. An operation declares those it may return; an undeclared one does not compile. */
export type Categoria = "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";

export interface Problema {
  readonly status: number;
  readonly categoria: Categoria;
  readonly codice: string;
  readonly descrizione: string;
}

const problema = (status: number, categoria: Categoria, codice: string, descrizione: string): Problema => ({
  status,
  categoria,
  codice,
  descrizione,
});

export const PROBLEMI = {
  SINTASSI: problema(400, "RICHIESTA", "SINTASSI", "Richiesta non conforme"),
  PARAMETRO_NON_VALIDO: problema(400, "RICHIESTA", "100001", "Parametro di ricerca non valido"),
  NON_AUTENTICATO: problema(401, "AUTORIZZAZIONE", "401", "Credenziali assenti o non riconosciute"),
  SECONDO_FATTORE: problema(401, "AUTORIZZAZIONE", "401001", "Secondo fattore mancante o non riconosciuto"),
  NON_AUTORIZZATO: problema(403, "AUTORIZZAZIONE", "403000", "Operazione non consentita"),
  NON_TROVATO: problema(404, "RICHIESTA", "404000", "Risorsa non trovata"),
  TROPPO_GRANDE: problema(413, "RICHIESTA", "413000", "Richiesta oltre la dimensione massima"),
  TROPPE_RICHIESTE: problema(429, "RICHIESTA", "429000", "Troppe richieste, riprovare più tardi"),
  INTERNO: problema(500, "INTERNO", "500000", "Errore interno"),
  NON_DISPONIBILE: problema(503, "INTERNO", "503000", "Servizio momentaneamente non disponibile"),
  CONFLITTO: problema(409, "OPERAZIONE", "409000", "La risorsa è stata modificata nel frattempo, riprovare"),
  LAVORO_IN_CORSO: problema(409, "OPERAZIONE", "409002", "L'operazione è già in esecuzione"),
  BATCH_001: problema(502, "RICHIESTA", "BATCH_001", "L'operazione non è stata avviata"),
  CHIAVE_IN_CORSO: problema(409, "OPERAZIONE", "409003", "Una richiesta con la stessa Idempotency-Key è in corso o già eseguita"),
  CHIAVE_RIUSATA: problema(422, "RICHIESTA", "422001", "Idempotency-Key già usata per una richiesta diversa"),
  PRECONDIZIONE: problema(412, "OPERAZIONE", "412000", "La risorsa non è nella versione indicata da If-Match"),
  PRINCIPAL_IN_USO: problema(409, "RICHIESTA", "409001", "Principal già assegnato a un'altra utenza"),
  NON_PROCESSABILE: problema(422, "RICHIESTA", "422000", "Richiesta non processabile"),
  RISPOSTA_ESTESA: problema(422, "RICHIESTA", "422000", "Risultato troppo esteso per una sola risposta"),
  APP_000: problema(400, "RICHIESTA", "APP_000", "Applicazione sconosciuta"),
  APP_001: problema(400, "RICHIESTA", "APP_001", "Applicazione disabilitata"),
  APP_002: problema(400, "RICHIESTA", "APP_002", "L'applicazione autenticata non corrisponde a idA2A"),
  APP_003: problema(403, "RICHIESTA", "APP_003", "Applicazione non autorizzata al pagamento delle pendenze indicate"),
  DOM_000: problema(422, "RICHIESTA", "DOM_000", "Dominio sconosciuto"),
  DOM_001: problema(422, "RICHIESTA", "DOM_001", "Dominio disabilitato"),
  STA_000: problema(500, "INTERNO", "STA_000", "Stazione sconosciuta"),
  STA_001: problema(500, "INTERNO", "STA_001", "Stazione disabilitata"),
  UOP_000: problema(422, "RICHIESTA", "UOP_000", "Unità operativa sconosciuta"),
  UOP_001: problema(422, "RICHIESTA", "UOP_001", "Unità operativa disabilitata"),
  TRB_000: problema(422, "RICHIESTA", "TRB_000", "Entrata sconosciuta"),
  TRB_001: problema(422, "RICHIESTA", "TRB_001", "Entrata disabilitata"),
  TVR_000: problema(422, "RICHIESTA", "TVR_000", "Tipo pendenza sconosciuto"),
  TVR_001: problema(422, "RICHIESTA", "TVR_001", "Tipo pendenza disabilitato"),
  TVD_000: problema(422, "RICHIESTA", "TVD_000", "Tipo pendenza non associato al dominio"),
  TVD_001: problema(422, "RICHIESTA", "TVD_001", "Tipo pendenza disabilitato per il dominio"),
  NDP_000: problema(502, "PAGOPA", "NDP_000", "pagoPA non raggiungibile"),
  NDP_001: problema(500, "PAGOPA", "NDP_001", "pagoPA ha risposto con un errore"),
  PAG_000: problema(400, "RICHIESTA", "PAG_000", "Le pendenze di un pagamento devono appartenere alla stessa stazione"),
  PAG_006: problema(422, "RICHIESTA", "PAG_006", "Pendenza non pagabile nello stato in cui si trova"),
  PAG_007: problema(422, "RICHIESTA", "PAG_007", "Pendenza scaduta"),
  PAG_014: problema(422, "RICHIESTA", "PAG_014", "Un pagamento della pendenza è già in corso, o concluso, su pagoPA"),
  PAG_013: problema(422, "RICHIESTA", "PAG_013", "Indirizzo di ritorno del portale mancante"),
  VER_001: problema(422, "RICHIESTA", "VER_001", "Identificativi delle voci ripetuti"),
  VER_002: problema(422, "RICHIESTA", "VER_002", "La somma delle voci non corrisponde all'importo della pendenza"),
  VER_003: problema(422, "RICHIESTA", "VER_003", "Pendenza non aggiornabile nello stato in cui si trova"),
  VER_004: problema(422, "RICHIESTA", "VER_004", "Il dominio o l'unità operativa della pendenza non possono cambiare"),
  VER_005: problema(422, "RICHIESTA", "VER_005", "Le voci della pendenza non possono diminuire"),
  VER_006: problema(422, "RICHIESTA", "VER_006", "Una voce già registrata non può essere tolta"),
  VER_007: problema(422, "RICHIESTA", "VER_007", "L'entrata di una voce già registrata non può cambiare"),
  VER_008: problema(422, "RICHIESTA", "VER_008", "Pendenza sconosciuta"),
  VER_009: problema(422, "RICHIESTA", "VER_009", "Pendenza non annullabile nello stato in cui si trova"),
  VER_010: problema(422, "RICHIESTA", "VER_010", "La pendenza risulta scaduta alla verifica presso l'ente"),
  VER_011: problema(422, "RICHIESTA", "VER_011", "La pendenza risulta sconosciuta alla verifica presso l'ente"),
  VER_012: problema(422, "RICHIESTA", "VER_012", "La pendenza risulta già pagata alla verifica presso l'ente"),
  VER_013: problema(422, "RICHIESTA", "VER_013", "La pendenza risulta annullata alla verifica presso l'ente"),
  VER_014: problema(422, "OPERAZIONE", "VER_014", "Verifica della pendenza presso l'ente non riuscita"),
  VER_017: problema(422, "RICHIESTA", "VER_017", "Numero avviso non conforme alla configurazione del dominio"),
  VER_018: problema(422, "RICHIESTA", "VER_018", "IUV già usato da un'altra pendenza"),
  VER_019: problema(422, "RICHIESTA", "VER_019", "Applicazione non autorizzata a indicare i dati di accredito"),
  VER_020: problema(422, "RICHIESTA", "VER_020", "IBAN di accredito sconosciuto"),
  VER_021: problema(422, "RICHIESTA", "VER_021", "Applicazione non autorizzata all'autodeterminazione delle entrate"),
  VER_022: problema(422, "RICHIESTA", "VER_022", "Applicazione non autorizzata alla gestione del tipo pendenza"),
  VER_023: problema(422, "RICHIESTA", "VER_023", "L'IBAN di una voce già registrata non può cambiare"),
  VER_024: problema(422, "RICHIESTA", "VER_024", "Il numero avviso assegnato non può cambiare"),
  VER_025: problema(422, "RICHIESTA", "VER_025", "Numero avviso già usato da un'altra pendenza"),
  VER_026: problema(422, "RICHIESTA", "VER_026", "Application code del numero avviso diverso da quello della stazione"),
  VER_027: problema(422, "RICHIESTA", "VER_027", "Codice di segregazione del numero avviso diverso da quello del dominio"),
  VER_028: problema(422, "RICHIESTA", "VER_028", "Il prefisso IUV non si risolve in cifre"),
  VER_030: problema(422, "RICHIESTA", "VER_030", "IUV non conforme al formato dichiarato dall'applicazione"),
  VER_031: problema(422, "RICHIESTA", "VER_031", "Numero avviso non ammesso per una pendenza di più voci con bollo telematico"),
  VER_032: problema(422, "RICHIESTA", "VER_032", "IBAN di accredito disabilitato"),
  VER_033: problema(422, "RICHIESTA", "VER_033", "IBAN di appoggio sconosciuto"),
  VER_034: problema(422, "RICHIESTA", "VER_034", "IBAN di appoggio disabilitato"),
  VER_035: problema(422, "RICHIESTA", "VER_035", "La somma delle quote di contabilità non corrisponde all'importo della voce"),
  VER_039: problema(422, "RICHIESTA", "VER_039", "Prima cifra del numero avviso diversa dall'aux digit del dominio"),
  // A form that its administrator got wrong: nothing that who filled it in may put right.
  VAL_001: problema(500, "INTERNO", "VAL_001", "Lo schema di validazione della form non è utilizzabile"),
  VAL_002: problema(500, "INTERNO", "VAL_002", "La validazione dei dati della form è stata interrotta"),
  VAL_003: problema(500, "INTERNO", "VAL_003", "La trasformazione della form non ha prodotto una pendenza valida"),
  TRASFORMAZIONE: problema(500, "INTERNO", "TRASFORMAZIONE", "La trasformazione dei dati della form non è riuscita"),
  R021400: problema(422, "RICHIESTA", "021400", "Richiesta non elaborabile"),
  R021401: problema(422, "RICHIESTA", "021401", "Causale non conforme alle specifiche pagoPA"),
  R021402: problema(422, "RICHIESTA", "021402", "Pagamento non trovato"),
  R021403: problema(422, "RICHIESTA", "021403", "Pagamento non identificabile in modo univoco"),
  R021404: problema(422, "RICHIESTA", "021404", "Flusso di rendicontazione anomalo"),
  R021405: problema(422, "RICHIESTA", "021405", "Flusso di rendicontazione non trovato"),
  R021406: problema(422, "RICHIESTA", "021406", "Pagamento già riconciliato"),
  R021407: problema(422, "RICHIESTA", "021407", "Importo del movimento diverso da quello atteso"),
  R021408: problema(400, "RICHIESTA", "021408", "Errore di sintassi"),
  R021409: problema(422, "RICHIESTA", "021409", "Riconciliazione già registrata con dati diversi"),
  R021410: problema(422, "RICHIESTA", "021410", "Dominio sconosciuto"),
  R021411: problema(422, "RICHIESTA", "021411", "Movimento già riconciliato"),
  R021412: problema(422, "RICHIESTA", "021412", "Conto di accredito sconosciuto"),
  R021413: problema(422, "RICHIESTA", "021413", "Flusso già riconciliato"),
  // Faults of the Node, for a receipt uploaded by an operator (reference 4.3).
  PAA_SINTASSI_EXTRAXSD: problema(400, "RICHIESTA", "PAA_SINTASSI_EXTRAXSD", "Il file non è un messaggio di ricevuta leggibile"),
  PAA_SINTASSI_XSD: problema(400, "RICHIESTA", "PAA_SINTASSI_XSD", "La ricevuta non è conforme al suo schema"),
  PAA_ID_DOMINIO_ERRATO: problema(422, "RICHIESTA", "PAA_ID_DOMINIO_ERRATO", "La ricevuta è di un dominio non registrato"),
  PAA_ID_INTERMEDIARIO_ERRATO: problema(
    422,
    "RICHIESTA",
    "PAA_ID_INTERMEDIARIO_ERRATO",
    "La ricevuta è di un intermediario non registrato",
  ),
  PAA_STAZIONE_INT_ERRATA: problema(422, "RICHIESTA", "PAA_STAZIONE_INT_ERRATA", "La ricevuta è di una stazione non registrata"),
  PAA_RPT_SCONOSCIUTA: problema(422, "RICHIESTA", "PAA_RPT_SCONOSCIUTA", "La ricevuta è di un avviso sconosciuto"),
  PAA_RECEIPT_DUPLICATA: problema(422, "RICHIESTA", "PAA_RECEIPT_DUPLICATA", "Una ricevuta diversa ha lo stesso identificativo"),
  PAA_SEMANTICA: problema(422, "RICHIESTA", "PAA_SEMANTICA", "La ricevuta si contraddice o non corrisponde al pagamento"),
} as const satisfies Record<string, Problema>;

export type CodiceProblema = keyof typeof PROBLEMI;

/** Where the creditor's own system may be asked: what it answers, and that it did not (reference 2.17). */
export const ERRORI_VERIFICA = ["VER_010", "VER_011", "VER_012", "VER_013", "VER_014"] as const satisfies readonly CodiceProblema[];

/** Problems that every operation may return: added by the runtime and by the OpenAPI generator, never declared. */
export const PROBLEMI_COMUNI = [
  "SINTASSI",
  "NON_AUTENTICATO",
  "NON_AUTORIZZATO",
  "TROPPO_GRANDE",
  "TROPPE_RICHIESTE",
  "INTERNO",
  "NON_DISPONIBILE",
] as const satisfies readonly CodiceProblema[];
export type ProblemaComune = (typeof PROBLEMI_COMUNI)[number];
