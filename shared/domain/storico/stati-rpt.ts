/**
 * States of a legacy attempt, as the Node tells them (nodoChiediStatoRPT, pagopa.md 1.3; wire list of reference 3.5): a table, because the Node moves among them
 * as it likes and its word is taken. Two things follow from a state: whether the outcome is still to come, and whether the IUV may be tried again.
 */
interface SignificatoRpt {
  readonly descrizione: string;
  /** An RT may still come: the attempt is asked for by the recovery. */
  readonly aperta: boolean;
  /** The same IUV may be sent again with another payment context. */
  readonly riusabile: boolean;
}

const aperta = (descrizione: string): SignificatoRpt => ({ descrizione, aperta: true, riusabile: false });
const chiusa = (descrizione: string, riusabile: boolean): SignificatoRpt => ({ descrizione, aperta: false, riusabile });

export const STATI_RPT = {
  RPT_ATTIVATA: aperta("decisa da noi o da un PSP, non ancora spedita al Nodo"),
  RPT_ERRORE_INVIO_A_NODO: aperta("spedita senza risposta: il Nodo può averla presa"),
  RPT_RICEVUTA_NODO: aperta("arrivata al Nodo"),
  RPT_RIFIUTATA_NODO: chiusa("rifiutata dal Nodo", true),
  RPT_ACCETTATA_NODO: aperta("accettata dal Nodo"),
  RPT_PARCHEGGIATA_NODO: aperta("in attesa che il cittadino scelga il PSP"),
  RPT_RIFIUTATA_PSP: aperta("rifiutata dal PSP: si attende l'esito"),
  RPT_ERRORE_INVIO_A_PSP: chiusa("non arrivata al PSP", true),
  RPT_INVIATA_A_PSP: aperta("spedita al PSP"),
  RPT_ACCETTATA_PSP: aperta("accettata dal PSP"),
  RPT_DECORSI_TERMINI: chiusa("nessun esito nei termini", true),
  RT_RICEVUTA_NODO: aperta("ricevuta arrivata al Nodo"),
  RT_RIFIUTATA_NODO: aperta("ricevuta rifiutata dal Nodo"),
  RT_ACCETTATA_NODO: aperta("ricevuta accettata dal Nodo, in consegna"),
  RT_ACCETTATA_PA: chiusa("ricevuta acquisita", false),
  RT_RIFIUTATA_PA: aperta("ricevuta rifiutata da noi: il Nodo la tiene"),
  RT_ESITO_SCONOSCIUTO_PA: aperta("ricevuta consegnata senza una nostra risposta"),
  RT_ERRORE_INVIO_A_PA: aperta("ricevuta non consegnata"),
} as const satisfies Readonly<Record<string, SignificatoRpt>>;

export type StatoRpt = keyof typeof STATI_RPT;

export const isStatoRpt = (testo: string): testo is StatoRpt => Object.hasOwn(STATI_RPT, testo);

/** Of a state that is not of the family (a modern attempt) nothing is expected. */
export const isAperta = (stato: string): boolean => isStatoRpt(stato) && STATI_RPT[stato].aperta;

/**
 * May the IUV be tried again with another context? A receipt closes the attempt, and says it with its outcome: 1 and 3 mean that nothing was paid.
 * @param codiceEsito of the RT, when there is one.
 */
export const isRiusabile = (stato: string, codiceEsito?: string): boolean =>
  codiceEsito === undefined ? isStatoRpt(stato) && STATI_RPT[stato].riusabile : codiceEsito === "1" || codiceEsito === "3";

/** The state after the Node was asked: a receipt that we already hold is never forgotten. */
export const observeStato = <const S extends string>(nostro: S, delNodo: StatoRpt): S | StatoRpt =>
  nostro === "RT_ACCETTATA_PA" || delNodo === "RT_ACCETTATA_PA" ? nostro : delNodo;
