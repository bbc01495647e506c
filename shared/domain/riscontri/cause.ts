/** Why something does not add up: the catalogue of causes, in words for who keeps the books. Work items, the documentation and the bench read it. */

interface Causa {
  readonly titolo: string;
  /** What it means. */
  readonly significato: string;
  /** Where it comes from, usually. */
  readonly causa: string;
  /** What to do. */
  readonly rimedio: string;
  /** informazione: nothing to do, but worth telling. */
  readonly gravita: "anomalia" | "informazione";
  readonly di: "flusso" | "movimento" | "trasferimento";
}

export const CAUSE = {
  FLUSSO_NON_ACCREDITATO: {
    titolo: "Flusso senza accredito",
    significato: "Un PSP ha rendicontato dei pagamenti e il denaro non risulta in tesoreria.",
    causa:
      "Il bonifico è in ritardo o è stato respinto, il giornale di cassa non è stato caricato, o la causale del movimento non è leggibile.",
    rimedio:
      "Caricare il giornale di cassa dei giorni dopo il regolamento; poi guardare le proposte; poi chiedere al PSP il riferimento (TRN) del bonifico.",
    gravita: "anomalia",
    di: "flusso",
  },
  ACCREDITO_PARZIALE: {
    titolo: "Flusso accreditato in parte",
    significato: "I movimenti collegati al flusso valgono meno del suo totale.",
    causa: "Il PSP ha diviso il bonifico e manca una parte, o ha trattenuto un importo.",
    rimedio: "Attendere o cercare il movimento d'integrazione; se non arriva, chiedere la differenza al PSP.",
    gravita: "anomalia",
    di: "flusso",
  },
  DIFFERENZA_MINIMA: {
    titolo: "Differenza di pochi centesimi",
    significato: "L'accredito differisce dal flusso di meno di un euro, oltre la tolleranza impostata.",
    causa: "Un arrotondamento, o una commissione trattenuta dalla banca.",
    rimedio: "Confermare l'abbinamento registrando la differenza, o alzare la tolleranza dell'ente.",
    gravita: "anomalia",
    di: "flusso",
  },
  ACCREDITO_ECCEDENTE: {
    titolo: "Accreditato più del dovuto",
    significato: "I movimenti che nominano il flusso valgono più del suo totale.",
    causa: "Nel bonifico c'è anche denaro d'altro: un flusso non ancora arrivato, o un errore del PSP.",
    rimedio: "Verificare se nello stesso giorno manca un altro flusso dello stesso PSP; altrimenti chiedere al PSP.",
    gravita: "anomalia",
    di: "flusso",
  },
  REVISIONE_DOPO_ACCREDITO: {
    titolo: "Flusso rivisto dopo l'accredito",
    significato: "L'accredito corrisponde a una versione precedente del flusso, che il PSP ha poi sostituito con un altro totale.",
    causa: "Il PSP ha corretto la rendicontazione (può farlo fino a quattro giorni dopo) senza correggere il bonifico.",
    rimedio: "Attendere l'integrazione o lo storno del PSP; se non arrivano, chiedere al PSP quale delle due versioni vale.",
    gravita: "anomalia",
    di: "flusso",
  },
  FLUSSO_INCOERENTE: {
    titolo: "Flusso in contraddizione con sé stesso",
    significato: "Il totale o il numero della testata non corrispondono alle righe: il flusso non si riconcilia da solo.",
    causa: "Errore del PSP nel comporre il flusso.",
    rimedio: "Attendere la revisione del PSP; se il denaro corrisponde alle righe, confermare la proposta.",
    gravita: "anomalia",
    di: "flusso",
  },
  FLUSSO_TARDIVO: {
    titolo: "Flusso arrivato in ritardo",
    significato: "Il flusso è stato emesso più di quattro giorni dopo il regolamento.",
    causa: "Ritardo del PSP.",
    rimedio: "Nessuno: l'abbinamento è stato fatto all'arrivo.",
    gravita: "informazione",
    di: "flusso",
  },
  ACCREDITO_IN_TOLLERANZA: {
    titolo: "Abbinato entro la tolleranza",
    significato: "L'accredito differisce dal flusso di un importo che l'ente ha deciso di accettare.",
    causa: "Un arrotondamento, o una commissione trattenuta dalla banca.",
    rimedio: "Registrare la differenza in contabilità.",
    gravita: "informazione",
    di: "flusso",
  },
  FLUSSO_MANCANTE: {
    titolo: "Accredito di un flusso sconosciuto",
    significato: "La causale nomina un flusso che pagoPA non ha ancora pubblicato, o che non è stato acquisito.",
    causa:
      "La rendicontazione arriva fino a due giorni dopo il denaro; oltre, il PSP non l'ha pubblicata o l'ha pubblicata con un altro nome.",
    rimedio: "Attendere due giorni; poi chiedere il flusso al PSP e caricarne il file XML.",
    gravita: "anomalia",
    di: "movimento",
  },
  FLUSSO_DI_ALTRO_ENTE: {
    titolo: "Accredito di un altro ente",
    significato: "La causale nomina un flusso che rendiconta i pagamenti di un altro ente.",
    causa: "Il PSP ha accreditato il conto sbagliato.",
    rimedio: "Non regolarizzare: chiedere al tesoriere e al PSP di girare la somma all'ente giusto.",
    gravita: "anomalia",
    di: "movimento",
  },
  PAGAMENTO_MANCANTE: {
    titolo: "Accredito di un pagamento sconosciuto",
    significato: "La causale nomina un pagamento di cui non c'è la ricevuta.",
    causa: "La ricevuta non è ancora arrivata, è andata perduta, o il pagamento è di un altro intermediario.",
    rimedio: "Recuperare la ricevuta; se lo IUV non è dell'ente, chiedere al tesoriere.",
    gravita: "anomalia",
    di: "movimento",
  },
  ACCREDITO_DOPPIO: {
    titolo: "Accreditato due volte",
    significato: "Il flusso, o il pagamento, che il movimento nomina è già coperto da altro denaro.",
    causa: "Il PSP ha ripetuto il bonifico, o ha accreditato singolarmente un pagamento già compreso in un flusso.",
    rimedio: "Non regolarizzare due volte: verificare con il PSP se la somma va restituita.",
    gravita: "anomalia",
    di: "movimento",
  },
  ACCREDITO_SINGOLO_DIVERSO: {
    titolo: "Bonifico singolo di importo diverso",
    significato: "Il movimento nomina un pagamento, ma l'importo non è il suo.",
    causa: "Commissione trattenuta, o più pagamenti accreditati insieme.",
    rimedio: "Guardare la proposta e confermarla, o chiedere al PSP.",
    gravita: "anomalia",
    di: "movimento",
  },
  ABBINAMENTO_AMBIGUO: {
    titolo: "Più di un abbinamento possibile",
    significato: "Il movimento si spiega in più modi, e scegliere a caso sarebbe peggio che non scegliere.",
    causa: "Identificativo troncato dalla banca, o più flussi con lo stesso nome o lo stesso importo.",
    rimedio: "Scegliere fra le proposte: la decisione viene ricordata.",
    gravita: "anomalia",
    di: "movimento",
  },
  CAUSALE_SCONOSCIUTA: {
    titolo: "Causale illeggibile",
    significato: "La causale non contiene identificativi, ma importo e data sono quelli di un flusso in attesa di accredito.",
    causa: "La banca non ha riportato la causale del bonifico, o l'ha riscritta.",
    rimedio: "Confermare la proposta se è giusta; segnalare al tesoriere la causale mancante.",
    gravita: "anomalia",
    di: "movimento",
  },
  MOVIMENTO_STORNATO: {
    titolo: "Accredito stornato",
    significato: "Il tesoriere ha stornato un accredito che nominava un flusso o un pagamento.",
    causa: "Errore del tesoriere o del PSP.",
    rimedio: "Attendere il nuovo accredito; il flusso torna in attesa da solo.",
    gravita: "anomalia",
    di: "movimento",
  },
  USCITA_SENZA_ENTRATA: {
    titolo: "Restituzione senza accredito",
    significato: "Un'uscita nomina un flusso o un pagamento, e nessun accredito dello stesso importo le corrisponde.",
    causa: "Restituzione di una parte, o di un accredito non ancora caricato.",
    rimedio: "Caricare i giornali di cassa dei giorni precedenti; poi verificare con il tesoriere.",
    gravita: "anomalia",
    di: "movimento",
  },
  REGOLA_CONTRADDETTA: {
    titolo: "Una decisione non corrisponde più alle prove",
    significato: "Qualcuno ha confermato un abbinamento che le prove arrivate dopo non sostengono.",
    causa: "Storno del movimento, revisione del flusso, o un'altra decisione sullo stesso denaro.",
    rimedio: "Rivedere la decisione: revocarla, o lasciarla con una nota. Nessuno la cambia al posto di chi l'ha presa.",
    gravita: "anomalia",
    di: "movimento",
  },
  RENDICONTAZIONE_MANCANTE: {
    titolo: "Pagamento mai rendicontato",
    significato: "C'è la ricevuta e nessun flusso riporta il pagamento.",
    causa: "Flusso in ritardo o non acquisito, o pagamento dimenticato dal PSP.",
    rimedio: "Verificare che i flussi del PSP siano stati acquisiti; poi chiedere al PSP in quale flusso si trova.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  IMPORTO_RENDICONTATO_DIVERSO: {
    titolo: "Rendicontato con un altro importo",
    significato: "La ricevuta e la riga del flusso non hanno lo stesso importo.",
    causa: "Errore del PSP nel flusso.",
    rimedio: "Chiedere al PSP la revisione del flusso: fa fede la ricevuta.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  RICEVUTA_MANCANTE: {
    titolo: "Rendicontato senza ricevuta",
    significato: "Un PSP riporta un pagamento di cui non è arrivata la ricevuta.",
    causa:
      "Ricevuta perduta per un disservizio, o pagamento concluso dopo la scadenza della sessione (esiti 8 e 9) di una pendenza non trovata.",
    rimedio: "Recuperare la ricevuta per IUV e IUR; se non esiste, registrare il pagamento dalla rendicontazione.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  PAGAMENTO_DOPPIO: {
    titolo: "Avviso pagato due volte",
    significato: "Due pagamenti diversi per lo stesso avviso.",
    causa: "Il cittadino ha pagato da due canali a poca distanza, o dopo un esito incerto.",
    rimedio: "Aprire un fascicolo: accettare come acconto, o proporre il rimborso.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  RIGA_RIPETUTA: {
    titolo: "Pagamento rendicontato due volte",
    significato: "Lo stesso pagamento (stesso IUV, IUR e indice) compare in più righe di flussi in vigore.",
    causa: "Errore del PSP, che potrebbe aver accreditato due volte la stessa somma.",
    rimedio: "Chiedere al PSP quale riga vale e, se il denaro è doppio, come restituirlo.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  RIGA_REVOCATA: {
    titolo: "Pagamento revocato dal PSP",
    significato: "La riga del flusso dice che il pagamento è stato revocato.",
    causa: "Storno chiesto dal cittadino o dal PSP.",
    rimedio: "Verificare se il debito va riaperto.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  ESITO_SCONOSCIUTO: {
    titolo: "Esito sconosciuto nel flusso",
    significato: "La riga ha un codice di esito che non è fra quelli di pagoPA.",
    causa: "Errore del PSP, o una novità della piattaforma.",
    rimedio: "Segnalare al PSP e all'assistenza.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  NOTIFICA_SENZA_RICEVUTA: {
    titolo: "Il gestionale lo dà per pagato, pagoPA no",
    significato: "È stato notificato il pagamento di un dovuto di cui non c'è la ricevuta.",
    causa: "Pagamento avvenuto fuori da pagoPA, ricevuta perduta, o errore del gestionale.",
    rimedio: "Recuperare la ricevuta; se non esiste, correggere il gestionale.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  NOTIFICA_IMPORTO_DIVERSO: {
    titolo: "Notificato con un altro importo",
    significato: "Il gestionale dell'ente e la ricevuta non hanno lo stesso importo.",
    causa: "Errore del gestionale, o aggiornamento dell'importo dopo l'avviso.",
    rimedio: "Correggere il gestionale: fa fede la ricevuta.",
    gravita: "anomalia",
    di: "trasferimento",
  },
  RICEVUTA_SENZA_NOTIFICA: {
    titolo: "Pagato, ma il gestionale non lo sa",
    significato: "C'è la ricevuta e il gestionale dell'ente non ha notificato il pagamento.",
    causa: "Il gestionale non ha ricevuto o elaborato la ricevuta.",
    rimedio: "Ripetere la notifica all'applicazione.",
    gravita: "anomalia",
    di: "trasferimento",
  },
} as const satisfies Readonly<Record<string, Causa>>;

export type CodiceCausa = keyof typeof CAUSE;
