/** Life of an anomaly as work: evidence opens and resolves it, a person closes and reopens it, and neither undoes what the other said. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiAnomalia = defineStati({
  nome: "anomalia",
  stati: {
    APERTA: "c'è qualcosa da capire o da fare",
    RISOLTA: "i dati arrivati dopo la spiegano: non c'è più niente da fare",
    CHIUSA: "una persona, o una regola dell'ente, ha deciso che non c'è altro da fare, con un motivo",
  },
  iniziale: ["APERTA", "CHIUSA"],
  eventi: {
    risolvi: "il ricalcolo non la trova più",
    ritrova: "il ricalcolo la trova di nuovo, o con fatti diversi da quelli su cui era stata chiusa",
    chiudi: "una persona la chiude con un motivo",
    riapri: "una persona la riapre con un motivo",
  },
  transizioni: {
    risolvi: { APERTA: "RISOLTA" },
    ritrova: { RISOLTA: "APERTA", CHIUSA: "APERTA" },
    chiudi: { APERTA: "CHIUSA", RISOLTA: "CHIUSA" },
    riapri: { RISOLTA: "APERTA", CHIUSA: "APERTA" },
  },
});

export type StatoAnomalia = StatoDi<typeof statiAnomalia>;

export const STATI_ANOMALIA = ["APERTA", "RISOLTA", "CHIUSA"] as const satisfies readonly StatoAnomalia[];
