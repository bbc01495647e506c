/** Scheduled jobs. Expressions are evaluated in Europe/Rome. */
import { defineSchedulazione } from "./operation.ts";

export const acquisisciFlussi = defineSchedulazione({
  nome: "acquisisciFlussi",
  summary: "Cerca su pagoPA i flussi di rendicontazione pubblicati e ne accoda l'acquisizione",
  espressione: "cron(0 4,8,12,16,20 * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "soap",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I flussi di rendicontazione non vengono cercati: dopo 30 giorni pagoPA non li rende più disponibili.",
});

export const recuperaRpt = defineSchedulazione({
  nome: "recuperaRpt",
  summary: "Chiede al Nodo che cosa è stato delle RPT senza conclusione e ne recupera le RT (famiglia storica)",
  espressione: "cron(5/10 * * * ? *)",
  capacita: [
    "anagrafiche:read",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "segreti:read",
    "coda:ricevute:send",
    "documenti:write",
  ],
  peso: "soap",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto:
    "I tentativi di pagamento della famiglia storica rimasti a metà non si chiudono: la pendenza resta bloccata e una RT persa non torna.",
});

export const recuperaRicevute = defineSchedulazione({
  nome: "recuperaRicevute",
  summary:
    "Chiede a pagoPA (biz-events) le ricevute mancanti, nel suo limite di chiamate, e registra i pagamenti rendicontati senza ricevuta",
  espressione: "cron(0/10 * * * ? *)",
  capacita: [
    "anagrafiche:read",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "segreti:read",
    "coda:ricevute:send",
    "documenti:write",
  ],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto:
    "Le ricevute che il Nodo non ha consegnato non vengono cercate: pendenze pagate restano da pagare finché qualcuno non le carica a mano.",
});

export const rilevaAttivazioni = defineSchedulazione({
  nome: "rilevaAttivazioni",
  summary: "Annota le attivazioni rimaste senza ricevuta e chiude quelle che nessun flusso può più rendicontare",
  espressione: "cron(25,55 * * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "Le attivazioni senza ricevuta non compaiono tra i recuperi: un pagamento perso si scopre solo quando arriva il flusso.",
});

export const controllaIban = defineSchedulazione({
  nome: "controllaIban",
  summary: "Confronta conti di accredito, stazioni e numerazioni degli enti con ciò che ne sa pagoPA",
  espressione: "cron(30 6 * * ? *)",
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:read", "eventi:write", "segreti:read"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "Nessuno si accorge di un conto tolto o in scadenza su pagoPA prima che i pagamenti vengano rifiutati.",
  allarmi: {
    allarmi:
      "Un conto non approvato, tolto o in scadenza, o una stazione diversa da quella di pagoPA: i pagamenti sono o saranno rifiutati.",
    falliti: "Il Backoffice di pagoPA non risponde o rifiuta la chiave: conti e stazioni di un intermediario non sono stati controllati.",
  },
});

export const verificaArchivioGpd = defineSchedulazione({
  nome: "verificaArchivioGpd",
  summary: "Confronta le pendenze con gli archivi di pagoPA (ACA, GPD), e rimanda ciò che differisce",
  // Every run does what fits in its time; when a creditor is done the next runs of the night pass over it.
  espressione: "cron(0/15 1-5 * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "Nessuno si accorge se l'archivio di pagoPA ha perso una pendenza o ne ha una versione sbagliata.",
  allarmi: {
    daGuardare: "L'archivio di pagoPA ha posizioni che qui non ci sono, o già pagate e qui no: non si riparano rimandandole.",
    interrotti: "pagoPA non risponde o rifiuta la chiave: il confronto di un ente non è andato avanti.",
  },
});

export const controllaScadenze = defineSchedulazione({
  nome: "controllaScadenze",
  summary: "Guarda quando scadono i certificati e le chiavi da cui dipende la connessione a pagoPA",
  espressione: "cron(15 7 * * ? *)",
  capacita: ["anagrafiche:read", "anagrafiche:write", "segreti:read"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "Nessuno si accorge che un certificato o una chiave sta per scadere: i pagamenti si fermano il giorno in cui accade.",
  allarmi: {
    inScadenza: "Un certificato o una chiave finisce entro 30 giorni: se nessuno lo rinnova, quel giorno i pagamenti si fermano.",
    scadute: "Un certificato o una chiave è scaduto: le chiamate che ne dipendono sono rifiutate.",
  },
});

export const chiudiGiornale = defineSchedulazione({
  nome: "chiudiGiornale",
  summary: "Chiude i giorni trascorsi del giornale degli eventi con il loro sigillo, concatenato a quello del giorno prima",
  espressione: "cron(10 3 * * ? *)",
  capacita: ["eventi:read", "eventi:write", "sigilli:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I giorni del giornale restano senza sigillo: i loro segmenti ci sono, ma nulla li lega tra loro.",
  allarmi: { alterazioni: "In un giorno appena chiuso qualcuno ha modificato o cancellato eventi del giornale." },
});

export const anonimizzaDati = defineSchedulazione({
  nome: "anonimizzaDati",
  summary: "Anonimizza le pendenze più vecchie di quanto il loro ente conserva i dati personali, un ciclo al mese",
  // A run does what fits in its time; when a creditor is done the next runs of the month pass over it.
  espressione: "cron(0/30 2-4 * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I dati personali restano oltre il tempo che gli enti hanno stabilito.",
});

export const rilevaSonde = defineSchedulazione({
  nome: "rilevaSonde",
  summary:
    "Misura ciò che le sonde mostrano: ricerche aperte, notifiche in ritardo, certificati, code che non si vuotano, enti senza flussi",
  espressione: "cron(3/10 * * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "code:depth"],
  peso: "scrittura",
  timeoutSeconds: 120,
  memoryMegabytes: 256,
  impatto: "Le sonde mostrano misure vecchie: di un ritardo non si accorge nessuno finché non lo dice un ente.",
  allarmi: {
    entiSenzaFlussi: "Di pagamenti di almeno cinque giorni fa non è arrivato nessun flusso: gli accrediti non si possono riconciliare.",
  },
});

export const riprendiTracciati = defineSchedulazione({
  nome: "riprendiTracciati",
  summary: "Rimette in moto i tracciati i cui annullamenti nessuno ha approvato in tempo: quelle righe sono rifiutate, le altre proseguono",
  espressione: "cron(20 * * * ? *)",
  capacita: ["archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 60,
  memoryMegabytes: 256,
  impatto: "Un tracciato la cui approvazione è scaduta resta fermo: le righe che non annullano nulla non si elaborano.",
});

export const raccogliTesoreria = defineSchedulazione({
  nome: "raccogliTesoreria",
  summary: "Comincia la lettura dei file della tesoreria annunciati e arrivati, e di quelli lasciati nella cartella di deposito",
  espressione: "cron(3/5 * * * ? *)",
  capacita: [
    "anagrafiche:read",
    "archivio:read",
    "archivio:write",
    "eventi:write",
    "documenti:read",
    "documenti:write",
    "depositi:collect",
  ],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I file della tesoreria mandati per la cartella di deposito, o con un indirizzo firmato, non si leggono.",
  allarmi: { estranei: "Nella cartella di deposito c'è un file di un ente non registrato, vuoto o fuori posto: nessuno lo leggerà." },
});

export const inviaRiepiloghi = defineSchedulazione({
  nome: "inviaRiepiloghi",
  summary: "Riassume a ogni ufficio le anomalie arrivate nella sua coda, quando non arriva altro e negli orari scelti dall'ente",
  espressione: "cron(0/30 * * * ? *)",
  capacita: ["archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "Gli uffici non hanno i riepiloghi delle anomalie da lavorare: restano negli elenchi, ma nessuno è avvisato.",
});

export const spedisciPromemoria = defineSchedulazione({
  nome: "spedisciPromemoria",
  summary: "Manda in coda i promemoria ai cittadini il cui giorno è arrivato",
  espressione: "cron(4/5 * * * ? *)",
  capacita: ["archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I promemoria di scadenza e gli avvisi con una data non partono: restano in attesa, nessuno va perso.",
});

export const eseguiTracciatiContabili = defineSchedulazione({
  nome: "eseguiTracciatiContabili",
  summary: "Chiede i file dei tracciati contabili pianificati di cui è scaduto il giorno, la settimana o il mese",
  espressione: "cron(8 * * * ? *)",
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write"],
  peso: "scrittura",
  timeoutSeconds: 300,
  memoryMegabytes: 256,
  impatto: "I file verso la contabilità non si fanno da sé: i gestionali restano senza i pagamenti, finché qualcuno non li chiede a mano.",
});

export const svegliaAbbonamenti = defineSchedulazione({
  nome: "svegliaAbbonamenti",
  summary: "Sveglia gli abbonati (webhook) a cui c'è qualcosa da ripetere, e conta quelli che si sono fermati",
  espressione: "cron(* * * * ? *)",
  capacita: ["archivio:read", "archivio:write"],
  peso: "scrittura",
  timeoutSeconds: 60,
  memoryMegabytes: 256,
  impatto: "Ciò che un abbonato non ha preso al primo tentativo non gli si rimanda: lo riceverà quando accade altro.",
  allarmi: { fermi: "Un abbonato non prende nulla da tre giorni, o ha chiesto di non essere più avvisato: è in pausa." },
});

export const schedulazioni = [
  acquisisciFlussi,
  recuperaRicevute,
  rilevaAttivazioni,
  controllaIban,
  recuperaRpt,
  verificaArchivioGpd,
  controllaScadenze,
  chiudiGiornale,
  anonimizzaDati,
  rilevaSonde,
  riprendiTracciati,
  raccogliTesoreria,
  inviaRiepiloghi,
  spedisciPromemoria,
  eseguiTracciatiContabili,
  svegliaAbbonamenti,
] as const;
