/** Life of a payment attempt (RPT) of the modern primitives. The other states of the wire list belong to the legacy family, where the Node has the word. */
import { defineStati, type StatoDi } from "../stati.ts";
import type { StatoRpt } from "../storico/stati-rpt.ts";

export const statiTentativo = defineStati({
  nome: "tentativo",
  stati: {
    RPT_ATTIVATA: "il PSP ha chiesto i dati del pagamento (paGetPayment)",
    RPT_ACCETTATA_NODO: "i dati sono stati consegnati al Nodo",
    RPT_SCADUTA: "nessuna ricevuta nel tempo previsto",
    RPT_ANNULLATA: "sostituito da un tentativo più recente sullo stesso IUV",
    RT_ACCETTATA_PA: "ricevuta acquisita",
    RT_RIFIUTATA_PA: "ricevuta incoerente con la richiesta, rifiutata",
  },
  iniziale: "RPT_ATTIVATA",
  eventi: {
    accetta: "risposta consegnata al Nodo",
    ricevuta: "arriva una ricevuta valida, anche in ritardo",
    rifiutaRicevuta: "arriva una ricevuta con una incoerenza non sanabile",
    scadi: "passa il tempo massimo senza ricevuta",
    sostituisci: "una nuova paGetPayment apre un altro tentativo",
  },
  transizioni: {
    accetta: { RPT_ATTIVATA: "RPT_ACCETTATA_NODO" },
    ricevuta: {
      RPT_ATTIVATA: "RT_ACCETTATA_PA",
      RPT_ACCETTATA_NODO: "RT_ACCETTATA_PA",
      RPT_SCADUTA: "RT_ACCETTATA_PA",
      RPT_ANNULLATA: "RT_ACCETTATA_PA",
    },
    rifiutaRicevuta: {
      RPT_ATTIVATA: "RT_RIFIUTATA_PA",
      RPT_ACCETTATA_NODO: "RT_RIFIUTATA_PA",
      RPT_SCADUTA: "RT_RIFIUTATA_PA",
      RPT_ANNULLATA: "RT_RIFIUTATA_PA",
    },
    scadi: { RPT_ATTIVATA: "RPT_SCADUTA", RPT_ACCETTATA_NODO: "RPT_SCADUTA" },
    sostituisci: { RPT_ATTIVATA: "RPT_ANNULLATA", RPT_ACCETTATA_NODO: "RPT_ANNULLATA" },
  },
});

/** Of either family: which one, `tipoRpt` of the attempt says. */
export type StatoTentativo = StatoDi<typeof statiTentativo> | StatoRpt;
