/** Lives of a settlement flow and of its rows, and the anomalies that decide between them. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiFlusso = defineStati({
  nome: "flusso",
  stati: {
    IN_ACQUISIZIONE: "si stanno scaricando le pagine",
    ACQUISITO: "completo e coerente: riconciliabile",
    ANOMALO: "completo ma in contraddizione con sé stesso: non riconciliabile",
    RIFIUTATO: "illeggibile",
  },
  iniziale: "IN_ACQUISIZIONE",
  eventi: {
    accetta: "righe e totali corrispondono alla testata",
    segnala: "anomalia a livello di flusso",
    rifiuta: "il contenuto non si può leggere",
    riprendi: "qualcuno ne carica il documento",
  },
  transizioni: {
    accetta: { IN_ACQUISIZIONE: "ACQUISITO" },
    segnala: { IN_ACQUISIZIONE: "ANOMALO" },
    rifiuta: { IN_ACQUISIZIONE: "RIFIUTATO" },
    riprendi: { RIFIUTATO: "IN_ACQUISIZIONE", IN_ACQUISIZIONE: "IN_ACQUISIZIONE" },
  },
});

export const statiRendicontazione = defineStati({
  nome: "rendicontazione",
  stati: {
    OK: "riga abbinata a un pagamento",
    ANOMALA: "riga che dovrebbe avere un pagamento e non l'ha, o l'ha diverso",
    ALTRO_INTERMEDIARIO: "riga di un avviso emesso altrove, esclusa dagli abbinamenti",
  },
  iniziale: ["OK", "ANOMALA", "ALTRO_INTERMEDIARIO"],
  eventi: {
    abbina: "arriva la ricevuta, o la riconciliazione crea il pagamento mancante",
    segnala: "un nuovo abbinamento trova un'anomalia",
  },
  transizioni: {
    abbina: { ANOMALA: "OK", ALTRO_INTERMEDIARIO: "OK" },
    segnala: { ANOMALA: "ANOMALA", ALTRO_INTERMEDIARIO: "ANOMALA" },
  },
});

export type StatoFlusso = StatoDi<typeof statiFlusso>;
export type StatoRendicontazione = StatoDi<typeof statiRendicontazione>;

/** Names on the wire; undefined while the flow is being taken in, since nobody may see it yet. */
export const STATO_FLUSSO_ESPOSTO = {
  IN_ACQUISIZIONE: undefined,
  ACQUISITO: "Acquisito",
  ANOMALO: "Anomalo",
  RIFIUTATO: "Rifiutato",
} as const satisfies Record<StatoFlusso, string | undefined>;

/** Anomalies with the codes users know. Only those of level flusso stop the reconciliation of the whole flow. */
export const ANOMALIE = {
  "007101": { livello: "riga", testo: "Il pagamento riferito dalla rendicontazione non risulta presente in base dati" },
  "007102": { livello: "flusso", testo: "Più di un pagamento corrisponde alla rendicontazione" },
  "007104": { livello: "riga", testo: "L'importo rendicontato è diverso dall'importo pagato" },
  "007106": { livello: "flusso", testo: "La somma degli importi rendicontati è diversa dal totale indicato nella testata" },
  "007107": { livello: "flusso", testo: "Il numero di pagamenti rendicontati è diverso dal numero indicato nella testata" },
  "007110": { livello: "riga", testo: "Codice esito della rendicontazione sconosciuto" },
  "007111": { livello: "riga", testo: "Pagamento senza ricevuta di una pendenza sconosciuta" },
  "007112": { livello: "riga", testo: "L'importo revocato è diverso dall'importo stornato" },
  "007114": { livello: "riga", testo: "Pagamento senza ricevuta di una pendenza con più di una voce" },
  "007115": { livello: "riga", testo: "La stessa rendicontazione è ripetuta nel flusso" },
  "007116": { livello: "flusso", testo: "Il dominio indicato nel flusso è diverso dal dominio richiesto" },
} as const satisfies Record<string, { livello: "riga" | "flusso"; testo: string }>;

/** Why a flow is refused: not an anomaly of what it says, since it says nothing. */
export const FLUSSO_ILLEGGIBILE = "FLUSSO_ILLEGGIBILE";

export type CodiceAnomalia = keyof typeof ANOMALIE;

export const isAnomaliaDiFlusso = (codice: CodiceAnomalia): boolean => ANOMALIE[codice].livello === "flusso";

/** Where a complete flow ends, given the anomalies met. */
export const esitoAcquisizione = (anomalie: Iterable<CodiceAnomalia>): "accetta" | "segnala" =>
  [...anomalie].some(isAnomaliaDiFlusso) ? "segnala" : "accetta";

/** One text for a list of anomalies, in the form users already parse: code#text joined by a bar. */
export const formatAnomalie = (anomalie: readonly CodiceAnomalia[]): string =>
  anomalie.map((codice) => `${codice}#${ANOMALIE[codice].testo}`).join("|");
