/** Queues, and the functions fed by the streams of the tables. What travels in the queues is in messaggi.ts. */
import { defineCoda, defineConsumatoreStream } from "./operation.ts";

export const codaRicevute = defineCoda({
  nome: "ricevute",
  summary: "Elabora le ricevute consegnate dal Nodo: registra la ricevuta, chiude la pendenza, accoda la notifica",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "documenti:read", "documenti:write"],
  peso: "scrittura",
  lotto: 10,
  timeoutSeconds: 60,
  visibilitaSeconds: 360,
  tentativi: 8,
  concorrenzaMassima: 50,
  memoryMegabytes: 256,
  impatto: "Ricevute già accettate dal Nodo non risultano ancora sulle pendenze: il cittadino ha pagato e il gestionale non lo sa.",
});

export const codaNotifiche = defineCoda({
  nome: "notifiche",
  summary: "Consegna al sistema dell'ente attivazioni, ricevute e flussi (API EC v2 e v1; callback v1 del connettore)",
  capacita: [
    "anagrafiche:read",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "coda:notifiche:delay",
    "segreti:read",
    "documenti:read",
  ],
  peso: "scrittura",
  lotto: 5,
  timeoutSeconds: 60,
  visibilitaSeconds: 360,
  tentativi: 20,
  concorrenzaMassima: 10,
  memoryMegabytes: 256,
  impatto: "Il gestionale dell'ente non ha ricevuto notizia di pagamenti conclusi dopo tutti i tentativi previsti.",
});

export const codaFlussi = defineCoda({
  nome: "flussi",
  summary: "Acquisisce i flussi di rendicontazione da pagoPA (FdR-3, o FdR-1 con le stazioni V1), una pagina per messaggio",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read", "documenti:read", "documenti:write"],
  peso: "soap",
  lotto: 1,
  timeoutSeconds: 120,
  visibilitaSeconds: 720,
  tentativi: 8,
  concorrenzaMassima: 5,
  // A flow of FdR-1 comes whole, up to 32 MB of base64.
  memoryMegabytes: 512,
  impatto: "Un flusso di rendicontazione non è stato acquisito: gli accrediti che spiega restano da riconciliare.",
});

export const codaRiconciliazioni = defineCoda({
  nome: "riconciliazioni",
  summary: "Riconcilia i movimenti di cassa con flussi e riscossioni, a tappe ripetibili",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  lotto: 1,
  timeoutSeconds: 120,
  visibilitaSeconds: 720,
  tentativi: 8,
  concorrenzaMassima: 5,
  memoryMegabytes: 256,
  impatto: "Un movimento di cassa registrato è rimasto senza esito di riconciliazione.",
});

export const codaTracciati = defineCoda({
  nome: "tracciati",
  summary: "Elabora i tracciati di pendenze, a tappe ripetibili, e ne stampa gli avvisi",
  capacita: [
    "anagrafiche:read",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "documenti:read",
    "documenti:write",
    "coda:tracciati:delay",
  ],
  // Holds the printing of notices, loaded only when a batch asks for it.
  peso: "pdf",
  lotto: 1,
  timeoutSeconds: 180,
  visibilitaSeconds: 1080,
  tentativi: 8,
  concorrenzaMassima: 5,
  memoryMegabytes: 512,
  impatto: "Un tracciato di pendenze è rimasto a metà: le righe non ancora elaborate non sono in archivio.",
});

export const codaGpd = defineCoda({
  nome: "gpd",
  summary: "Allinea agli archivi di pagoPA (ACA, GPD) le pendenze che cambiano",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read", "coda:gpd:delay"],
  peso: "scrittura",
  lotto: 5,
  timeoutSeconds: 90,
  visibilitaSeconds: 540,
  tentativi: 20,
  concorrenzaMassima: 5,
  memoryMegabytes: 256,
  impatto:
    "L'archivio di pagoPA non conosce una pendenza, o ne conosce una versione superata: in stand-in si pagherebbe l'importo sbagliato.",
});

export const codaRpt = defineCoda({
  nome: "rpt",
  summary: "Spedisce al Nodo, con nodoInviaRPT, le richieste di pagamento attivate da un PSP (famiglia storica)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "soap",
  lotto: 5,
  timeoutSeconds: 60,
  visibilitaSeconds: 360,
  tentativi: 8,
  concorrenzaMassima: 5,
  memoryMegabytes: 256,
  impatto: "Un PSP ha attivato un pagamento e non ha ricevuto la RPT: il cittadino allo sportello non può pagare.",
});

export const codaCambi = defineCoda({
  nome: "cambi",
  summary: "Sostituisce un conto di accredito nelle entrate e nelle pendenze da pagare, a tappe ripetibili",
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:read", "archivio:write", "eventi:write", "coda:cambi:delay"],
  peso: "scrittura",
  lotto: 1,
  timeoutSeconds: 120,
  visibilitaSeconds: 720,
  tentativi: 8,
  concorrenzaMassima: 2,
  memoryMegabytes: 256,
  impatto: "Il cambio di un conto approvato è rimasto a metà: alcune pendenze indicano ancora il vecchio conto.",
});

export const codaImportazioni = defineCoda({
  nome: "importazioni",
  summary: "Confronta un documento dell'anagrafica con quanto è registrato e ne scrive le voci diverse, a tappe ripetibili",
  capacita: [
    "anagrafiche:read",
    "anagrafiche:write",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "documenti:read",
    "documenti:write",
  ],
  peso: "registro",
  lotto: 1,
  timeoutSeconds: 120,
  visibilitaSeconds: 720,
  tentativi: 8,
  concorrenzaMassima: 2,
  memoryMegabytes: 512,
  impatto: "Un'importazione dell'anagrafica è rimasta a metà: alcune voci del documento non sono ancora registrate.",
});

export const codaEsportazioni = defineCoda({
  nome: "esportazioni",
  summary: "Scrive gli elenchi chiesti come file CSV o fogli di calcolo, una pagina alla volta",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:read", "eventi:write", "documenti:write"],
  peso: "scrittura",
  lotto: 1,
  // Some millions of rows, in one go.
  timeoutSeconds: 900,
  visibilitaSeconds: 5400,
  tentativi: 3,
  concorrenzaMassima: 5,
  memoryMegabytes: 512,
  impatto: "Un elenco chiesto come file non è stato scritto: chi lo ha chiesto lo vede ancora in attesa.",
});

export const codaRiscontri = defineCoda({
  nome: "riscontri",
  summary: "Ricalcola che cosa spiega i movimenti di cassa quando arriva una prova: un flusso, una ricevuta, un movimento, una decisione",
  capacita: ["archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  lotto: 5,
  timeoutSeconds: 120,
  visibilitaSeconds: 720,
  tentativi: 8,
  concorrenzaMassima: 5,
  memoryMegabytes: 256,
  impatto:
    "Un movimento, un flusso o una decisione è arrivato e la riconciliazione non se n'è accorta: il denaro risulta ancora da spiegare.",
});

export const codaComunicazioni = defineCoda({
  nome: "comunicazioni",
  summary: "Decide i promemoria di una pendenza che cambia, e li spedisce al cittadino per PEC, per e-mail o con App IO",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read", "coda:comunicazioni:delay"],
  // Holds the printing of notices and receipts, loaded only by a message that attaches one.
  peso: "pdf",
  lotto: 5,
  timeoutSeconds: 120,
  visibilitaSeconds: 720,
  tentativi: 20,
  // Mail servers and App IO count the calls of a sender: few at a time, whatever the size of a load.
  concorrenzaMassima: 5,
  memoryMegabytes: 512,
  impatto: "Un cittadino non ha ricevuto l'avviso, il promemoria o la ricevuta che gli spettava.",
});

export const codaTesoreria = defineCoda({
  nome: "tesoreria",
  summary: "Legge i file della tesoreria e ne registra i movimenti, a tappe ripetibili",
  capacita: [
    "anagrafiche:read",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "documenti:read",
    "documenti:write",
    "coda:tesoreria:delay",
  ],
  // Holds the readers of every format.
  peso: "soap",
  lotto: 1,
  // A journal of half a gigabyte, in one go or two.
  timeoutSeconds: 900,
  visibilitaSeconds: 5400,
  tentativi: 8,
  concorrenzaMassima: 5,
  memoryMegabytes: 512,
  impatto: "Un file della tesoreria è rimasto a metà: i movimenti che non sono ancora registrati non si riconciliano.",
});

export const codaAbbonamenti = defineCoda({
  nome: "abbonamenti",
  summary: "Consegna agli abbonati (webhook) ciò che accade alle pendenze, in ordine per ciascuna",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "scrittura",
  // One subscriber each: whoever takes its time keeps nobody else waiting.
  lotto: 1,
  timeoutSeconds: 60,
  visibilitaSeconds: 360,
  tentativi: 20,
  concorrenzaMassima: 50,
  memoryMegabytes: 256,
  impatto: "Un abbonato non riceve più ciò che accade: nulla va perso, riceverà tutto in ordine quando riprende.",
});

export const code = [
  codaRicevute,
  codaNotifiche,
  codaFlussi,
  codaRiconciliazioni,
  codaTracciati,
  codaGpd,
  codaRpt,
  codaCambi,
  codaImportazioni,
  codaEsportazioni,
  codaRiscontri,
  codaComunicazioni,
  codaTesoreria,
  codaAbbonamenti,
] as const;

/** The outbox is not a queue: it is the archive's stream, filtered on new items whose key starts with OUT#. */
export const consumatoreOutbox = {
  nome: "outbox",
  summary: "Spedisce alle code i messaggi scritti insieme agli stati (stream della tabella archivio)",
  capacita: [
    "archivio:stream",
    "coda:notifiche:send",
    "coda:flussi:send",
    "coda:riconciliazioni:send",
    "coda:tracciati:send",
    "coda:cambi:send",
    "coda:gpd:send",
    "coda:rpt:send",
    "coda:importazioni:send",
    "coda:esportazioni:send",
    "coda:tesoreria:send",
    "coda:riscontri:send",
    "coda:abbonamenti:send",
    "coda:comunicazioni:send",
  ],
  peso: "scrittura",
  lotto: 100,
  timeoutSeconds: 60,
  memoryMegabytes: 256,
  prefisso: "OUT#",
  // Evidence of the money announces itself (shared/runtime/evidenze-stream.ts): no transaction writes a message for it, and the stream has no third reader.
  evidenze: [
    { dynamodb: { Keys: { pk: { S: [{ prefix: "FLU#" }, { prefix: "MOV#" }] } } } },
    {
      eventName: ["INSERT"],
      dynamodb: { Keys: { pk: { S: [{ prefix: "POS#" }] }, sk: { S: [{ prefix: "RISCOSSIONE#" }, { prefix: "FASCICOLO#" }] } } },
    },
    { dynamodb: { Keys: { pk: { S: [{ prefix: "ABM#" }] }, sk: { S: [{ prefix: "REGOLA#" }] } } } },
    {
      dynamodb: {
        Keys: { pk: { S: [{ prefix: "POS#" }] }, sk: { S: [{ prefix: "RENDICONTAZIONE#" }] } },
        OldImage: { stato: { S: ["ANOMALA"] } },
      },
    },
  ],
  impatto: "Messaggi già decisi (notifiche, pagine di flusso, riconciliazioni, tracciati) non raggiungono le loro code.",
} as const;

/** Only entries of the journal: the segments and the seals are in the same table, and must not seal themselves. Whatever happens to an entry is told. */
export const consumatoreSigilli = defineConsumatoreStream({
  nome: "sigilli",
  summary: "Sigilla il giornale: l'impronta di ogni evento, nell'ordine in cui è stato scritto, in segmenti che nessuno può riscrivere",
  tabella: "eventi",
  filtri: [{ dynamodb: { Keys: { pk: { S: [{ prefix: "POS#" }, { prefix: "GIORNO#" }] } } } }],
  capacita: ["eventi:stream", "eventi:write", "sigilli:write"],
  peso: "scrittura",
  lotto: 1000,
  finestraSeconds: 20,
  ritardoMassimoSeconds: 600,
  timeoutSeconds: 60,
  memoryMegabytes: 256,
  impatto: "Gli eventi del giornale non vengono sigillati: dopo 24 ore una loro modifica non si potrebbe più scoprire.",
  allarmi: { alterati: "Qualcuno ha modificato o cancellato eventi del giornale, che si può solo scrivere." },
});

/**
 * What reports count: a debt, an amount collected, a receipt, a row of a flow. And what changes in the accounts: flows, reconciliations, movements, what is known
 * of them. And what is told to subscribers. A shard of the stream serves two readers, and the outbox is the other: whatever else is derived from it is derived here or there.
 */
export const consumatoreContatori = defineConsumatoreStream({
  nome: "contatori",
  summary:
    "Tiene i contatori di quadrature e statistiche, l'elenco di ciò che cambia nella contabilità, e ciò che si racconta agli abbonati",
  tabella: "archivio",
  filtri: [
    ...[
      ["POS#", "PENDENZA", "RISCOSSIONE#", "RICEVUTA#", "RENDICONTAZIONE#", "RPT#"],
      ["TRC#", "TRACCIATO"],
      ["ANM#", "ANOMALIA#"],
    ].map(([pk = "", ...sk]) => ({ dynamodb: { Keys: { pk: { S: [{ prefix: pk }] }, sk: { S: sk.map((prefix) => ({ prefix })) } } } })),
    { dynamodb: { Keys: { pk: { S: ["FLU#", "RCN#", "MOV#", "ABM#", "RFL#"].map((prefix) => ({ prefix })) } } } },
  ],
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "archivio:stream"],
  peso: "scrittura",
  lotto: 500,
  finestraSeconds: 2,
  ritardoMassimoSeconds: 900,
  timeoutSeconds: 120,
  memoryMegabytes: 256,
  impatto:
    "Quadrature e statistiche non contano più ciò che accade, e chi segue variazioni o eventi non ne vede: dopo 24 ore i cambiamenti non contati si dovrebbero ricontare.",
});

export const consumatoriStream = [consumatoreSigilli, consumatoreContatori] as const;
