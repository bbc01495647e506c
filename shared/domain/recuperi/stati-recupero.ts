/** Life of a missing receipt: from the moment something says that a payment was made to the moment its receipt is here, or somebody gives it up. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiRecupero = defineStati({
  nome: "recupero",
  stati: {
    IN_ATTESA: "un'attivazione non ha avuto ricevuta: se qualcuno ha pagato lo diranno la ricevuta stessa o un flusso",
    DA_RECUPERARE: "un flusso rendiconta un pagamento di cui manca la ricevuta: sarà chiesta a pagoPA",
    DA_REGISTRARE: "un flusso rendiconta un pagamento per cui non ci sarà ricevuta (esiti 8 e 9): si registra dalla riga",
    TROVATO: "pagoPA ha dato la ricevuta, che è in coda come se l'avesse consegnata il Nodo",
    RECUPERATO: "la ricevuta è in archivio",
    SENZA_RPT: "il pagamento è in archivio, con la riga del flusso come prova",
    NON_TROVATO: "né pagoPA né l'archivio hanno ciò che serve: decide una persona",
    DECADUTO: "con quell'attivazione non ha pagato nessuno",
    ABBANDONATO: "un operatore ha rinunciato, con un motivo",
  },
  iniziale: ["IN_ATTESA", "DA_RECUPERARE", "DA_REGISTRARE"],
  eventi: {
    chiedi: "è il momento di chiedere la ricevuta a pagoPA, anche di nuovo",
    trova: "pagoPA risponde con la ricevuta",
    registra: "la ricevuta arriva in archivio, da qualunque parte venga",
    registraSenzaRpt: "il pagamento è creato dalla riga del flusso",
    esaurisci: "finiti i tentativi, o manca la pendenza della riga",
    decadi: "passa il tempo in cui un flusso l'avrebbe rendicontata, o la pendenza è pagata altrimenti",
    riprova: "un operatore chiede di cercare ancora",
    riesamina: "un operatore chiede di registrare di nuovo una riga senza ricevuta",
    abbandona: "un operatore rinuncia",
  },
  transizioni: {
    chiedi: { DA_RECUPERARE: "DA_RECUPERARE", TROVATO: "DA_RECUPERARE" },
    trova: { DA_RECUPERARE: "TROVATO" },
    registra: {
      IN_ATTESA: "RECUPERATO",
      DA_RECUPERARE: "RECUPERATO",
      DA_REGISTRARE: "RECUPERATO",
      TROVATO: "RECUPERATO",
      SENZA_RPT: "RECUPERATO",
      NON_TROVATO: "RECUPERATO",
      DECADUTO: "RECUPERATO",
      ABBANDONATO: "RECUPERATO",
    },
    registraSenzaRpt: { DA_REGISTRARE: "SENZA_RPT" },
    esaurisci: { DA_RECUPERARE: "NON_TROVATO", DA_REGISTRARE: "NON_TROVATO" },
    decadi: { IN_ATTESA: "DECADUTO" },
    riprova: {
      DA_RECUPERARE: "DA_RECUPERARE",
      TROVATO: "DA_RECUPERARE",
      NON_TROVATO: "DA_RECUPERARE",
      ABBANDONATO: "DA_RECUPERARE",
    },
    riesamina: { DA_REGISTRARE: "DA_REGISTRARE", NON_TROVATO: "DA_REGISTRARE", ABBANDONATO: "DA_REGISTRARE" },
    abbandona: {
      IN_ATTESA: "ABBANDONATO",
      DA_RECUPERARE: "ABBANDONATO",
      DA_REGISTRARE: "ABBANDONATO",
      TROVATO: "ABBANDONATO",
      NON_TROVATO: "ABBANDONATO",
    },
  },
});

export type StatoRecupero = StatoDi<typeof statiRecupero>;

export const STATI_RECUPERO = [
  "IN_ATTESA",
  "DA_RECUPERARE",
  "DA_REGISTRARE",
  "TROVATO",
  "RECUPERATO",
  "SENZA_RPT",
  "NON_TROVATO",
  "DECADUTO",
  "ABBANDONATO",
] as const satisfies readonly StatoRecupero[];

/** States in which there is still something to do without anybody asking: the job's list. */
export const isDaLavorare = (stato: StatoRecupero): boolean =>
  stato === "DA_RECUPERARE" || stato === "DA_REGISTRARE" || stato === "TROVATO";
