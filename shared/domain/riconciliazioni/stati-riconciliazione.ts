/** Life of a reconciliation (a movement of the treasurer matched with what was paid) and the reasons why it fails. */
import { defineStati, type EventoDi, type StatoDi } from "../stati.ts";

export const statiRiconciliazione = defineStati({
  nome: "riconciliazione",
  stati: {
    IN_ELABORAZIONE: "accolta, da abbinare",
    ACQUISITA: "abbinata: le riscossioni sono incassate",
    ERRORE: "non abbinata, con il motivo; si può ritentare",
    IN_ANNULLAMENTO: "annullata da una persona: le riscossioni stanno tornando da incassare",
    ANNULLATA: "annullata: nessuna riscossione è più incassata da lei",
  },
  iniziale: "IN_ELABORAZIONE",
  eventi: {
    acquisisci: "tutte le riscossioni trovate, importo uguale al centesimo",
    rifiuta: "abbinamento impossibile",
    ritenta: "la stessa richiesta arriva di nuovo, qualcuno chiede di ripetere, o arriva ciò che mancava",
    annulla: "una persona toglie ciò che la riconciliazione ha incassato, con un motivo",
    concludiAnnullamento: "tutte le righe sono tornate indietro",
  },
  transizioni: {
    acquisisci: { IN_ELABORAZIONE: "ACQUISITA" },
    rifiuta: { IN_ELABORAZIONE: "ERRORE" },
    ritenta: { ERRORE: "IN_ELABORAZIONE" },
    annulla: { ACQUISITA: "IN_ANNULLAMENTO" },
    concludiAnnullamento: { IN_ANNULLAMENTO: "ANNULLATA" },
  },
});

export type StatoRiconciliazione = StatoDi<typeof statiRiconciliazione>;
export type EventoRiconciliazione = EventoDi<typeof statiRiconciliazione>;

/** Reasons of a failed reconciliation, with the codes users know. */
export const ERRORI_RICONCILIAZIONE = {
  "021400": "La richiesta di riconciliazione non può essere elaborata",
  "021401": "La causale non contiene un identificativo di flusso o uno IUV riconoscibile",
  "021402": "Nessuna riscossione corrisponde allo IUV indicato",
  "021403": "Più di una riscossione corrisponde allo IUV indicato",
  "021404": "Il flusso di rendicontazione è anomalo e non può essere riconciliato",
  "021405": "Il flusso di rendicontazione indicato non è presente",
  "021406": "La riscossione è già incassata",
  "021407": "L'importo del movimento è diverso da quello delle riscossioni",
  "021408": "La richiesta di riconciliazione non è corretta nella forma",
  "021409": "Esiste già una riconciliazione con lo stesso identificativo e dati diversi",
  "021410": "Il dominio indicato è sconosciuto",
  "021411": "Il movimento è già riconciliato",
  "021412": "Il conto di accredito non appartiene al dominio",
  "021413": "Il flusso di rendicontazione è già riconciliato",
} as const satisfies Record<string, string>;

export type CodiceErroreRiconciliazione = keyof typeof ERRORI_RICONCILIAZIONE;
