/** What the recovery does of an RPT without a conclusion, by the state in which the Node says it is: a table, like the states (stati-rpt.ts). */
import { isStatoRpt, STATI_RPT, type StatoRpt } from "./stati-rpt.ts";

/**
 * `aspetta`: the outcome is still to come, our state follows the Node's; `chiudi`: there will be no RT, nothing was paid; `chiedi-rt`: there is
 * an RT and we do not have it.
 */
export type AzioneRecupero = "aspetta" | "chiudi" | "chiedi-rt";

const CON_RT: readonly StatoRpt[] = [
  "RT_ACCETTATA_NODO",
  "RT_ACCETTATA_PA",
  "RT_RIFIUTATA_PA",
  "RT_ESITO_SCONOSCIUTO_PA",
  "RT_ERRORE_INVIO_A_PA",
];

export const azioneRecupero = (stato: StatoRpt): AzioneRecupero =>
  CON_RT.includes(stato) ? "chiedi-rt" : STATI_RPT[stato].aperta ? "aspetta" : "chiudi";

/** States in which an attempt of ours still waits for something. */
export const STATI_APERTI: readonly StatoRpt[] = Object.keys(STATI_RPT)
  .filter(isStatoRpt)
  .filter((stato) => STATI_RPT[stato].aperta);

/** The person may be choosing: before this nobody is asked. */
export const ATTESA_MINUTI = 15;
/** The Node repeats an RT for two days: beyond this it is a matter for people. */
export const FINESTRA_GIORNI = 7;
/** A Node that does not know an RPT so long after never had it: the queue has given up too. */
export const MAI_ARRIVATA_MINUTI = 60;
