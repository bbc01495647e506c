/** Life of what a second person has to approve. SCADUTA is missing on purpose: no job writes it, it follows from the instant of whoever looks. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiApprovazione = defineStati({
  nome: "approvazione",
  stati: {
    RICHIESTA: "aspetta la decisione di una persona diversa da chi l'ha chiesta, fino alla scadenza",
    APPROVATA: "un'altra persona ha detto sì: ciò che era chiesto si fa",
    RIFIUTATA: "un'altra persona ha detto no",
    RITIRATA: "chi l'ha chiesta ha cambiato idea",
  },
  iniziale: "RICHIESTA",
  eventi: {
    approva: "chi non l'ha chiesta, con lo stesso diritto",
    rifiuta: "chi non l'ha chiesta, con lo stesso diritto",
    ritira: "chi l'ha chiesta",
  },
  transizioni: {
    approva: { RICHIESTA: "APPROVATA" },
    rifiuta: { RICHIESTA: "RIFIUTATA" },
    ritira: { RICHIESTA: "RITIRATA" },
  },
});

/** Stored state. */
export type StatoApprovazione = StatoDi<typeof statiApprovazione>;
/** State as people see it. */
export type StatoApprovazioneEsposto = StatoApprovazione | "SCADUTA";
