/** Italian, the first language of every notice. */
import type { Testi } from "./forma.ts";

export const it: Testi = {
  lingua: "it-IT",
  titolo: "Avviso di pagamento",
  ente: "Ente Creditore",
  destinatario: "Destinatario",
  codiceFiscale: "Cod. Fiscale",
  quanto: "Quanto pagare?",
  quantoEQuando: "Quanto e quando pagare?",
  euro: "Euro",
  entroIl: "entro il",
  informativa:
    "In fase di pagamento l’importo potrebbe subire aumenti (per sanzioni, interessi, costi di notifica o altri fattori) o riduzioni (per sgravi o note di credito).",
  intero: "Puoi pagare per intero o in {n} rate",
  soloRate: "Puoi pagare in {n} rate",
  molteRate: "Importi e scadenze sono riportati nel dettaglio di ogni singola rata.",
  scontato: "Importo scontato del 30%",
  ridotto: "Importo ridotto",
  cinqueGiorni: "entro 5 giorni dalla notifica del verbale",
  sessantaGiorni: "dal 6º al 60º giorno dalla notifica del verbale",
  entroGiorni: "entro {n} giorni",
  oltreGiorni: "oltre {n} giorni",
  scelta:
    "Scegli l’importo corretto per i termini previsti, altrimenti riceverai altre richieste di pagamento per le somme residue ed eventuali somme aggiuntive.",
  scadenze: "Come si calcolano le scadenze?",
  scadenzeCome:
    "Il giorno della notifica non si conta. Se la scadenza è di domenica (o festivo), puoi pagare anche il primo giorno feriale successivo.",
  giacenza: "Cosa succede in caso di giacenza?",
  giacenzaCome:
    "La notifica corrisponde al giorno del ritiro, se questo avviene entro 10 giorni dalla data di deposito (la data più vecchia sull’avviso di giacenza). Se non ritiri il verbale entro i 10 giorni, calcola le scadenze iniziando a contare dall’undicesimo giorno.",
  dove: "Dove pagare?",
  elencoCanali: "vai su pagopa.gov.it",
  online: "Paga con l’app IO",
  onlineDove: "oppure dal tuo Home Banking, con la tua app di pagamento o con gli altri canali abilitati.",
  territorio: "Paga sul territorio",
  territorioDove:
    "presso Banche e Sportelli ATM, negli Uffici Postali e Punti Postali, nei Bar, Edicole, Ricevitorie, Supermercati, Tabaccherie e altri Esercenti Convenzionati.",
  dati: "Dati per il pagamento",
  rataUnica: "Rata unica",
  rata: "Rata {n}",
  inquadra: "Inquadra il codice QR con la tua app di pagamento o usa i dati accanto.",
  inquadraRate: "Inquadra il codice QR con la tua app di pagamento o usa i dati sopra.",
  importo: "Importo",
  oggetto: "Oggetto del pagamento",
  cbill: "Codice CBILL",
  codiceAvviso: "Codice Avviso",
  codiceFiscaleEnte: "Cod. Fiscale Ente",
  bollettino: "Bollettino postale PA",
  bollettinoDove:
    "Bollettino Postale pagabile in tutti gli Uffici Postali e sui canali fisici o digitali abilitati di Poste Italiane e dell’Ente Creditore.",
  conto: "sul C/C n.",
  intestatoA: "Intestato a",
  tipo: "Tipo",
  estesi: "Testi per esteso",
};
