/**
 * What sending an RPT may end with, and what follows: a table, so that no outcome is forgotten. After a silence of ours the Node may have it:
 * the same RPT is sent again, and a Node that calls it duplicate has it (pagopa.md 3.3).
 */
import { rimedioDiFault } from "../uscite/rimedi.ts";
import type { FaultNodo } from "./fault-nodo.ts";
import type { StatoRpt } from "./stati-rpt.ts";

export type EsitoInvio = "accettata" | "parcheggiata" | "rifiutata" | "gia-inviata" | "da-ripetere" | "in-dubbio" | "mai-partita";

interface Seguito {
  /** State of the attempt. */
  readonly stato: StatoRpt;
  readonly poi: "fine" | "ripeti" | "chiedi-stato";
}

export const DOPO_INVIO: Readonly<Record<EsitoInvio, Seguito>> = {
  accettata: { stato: "RPT_ACCETTATA_NODO", poi: "fine" },
  parcheggiata: { stato: "RPT_PARCHEGGIATA_NODO", poi: "fine" },
  rifiutata: { stato: "RPT_RIFIUTATA_NODO", poi: "fine" },
  "gia-inviata": { stato: "RPT_RICEVUTA_NODO", poi: "chiedi-stato" },
  "da-ripetere": { stato: "RPT_ERRORE_INVIO_A_NODO", poi: "ripeti" },
  "in-dubbio": { stato: "RPT_ERRORE_INVIO_A_NODO", poi: "ripeti" },
  "mai-partita": { stato: "RPT_ATTIVATA", poi: "ripeti" },
};

/** Refused at the door: the Node did not even look at it. */
const ALLA_PORTA: readonly string[] = ["PPT_SUPERAMENTOSOGLIA"];

type Mancata =
  | { readonly causa: "irraggiungibile"; readonly incerta: boolean }
  | { readonly causa: "fault"; readonly faults: readonly FaultNodo[] }
  | { readonly causa: "illeggibile" };

/** @param mancata undefined when the Node took it. @param conPagina it also gave the page where the person chooses how to pay. */
export const esitoInvioDi = (mancata: Mancata | undefined, conPagina: boolean): EsitoInvio => {
  switch (mancata?.causa) {
    case undefined:
      return conPagina ? "parcheggiata" : "accettata";
    case "irraggiungibile":
      return mancata.incerta ? "in-dubbio" : "mai-partita";
    case "illeggibile":
      return "in-dubbio";
    case "fault": {
      const codici = mancata.faults.map(({ faultCode }) => faultCode);
      if (codici.some((codice) => rimedioDiFault(codice) === "stato")) return "gia-inviata";
      if (codici.every((codice) => ALLA_PORTA.includes(codice))) return "mai-partita";
      return codici.every((codice) => rimedioDiFault(codice) === "attesa") ? "da-ripetere" : "rifiutata";
    }
  }
};
