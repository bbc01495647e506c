/** The import of a document: what was asked, what it would change, how far it has got. The progress is here, so that any stage may be repeated. */
import type { Chiamante } from "../anagrafiche/applicazione.ts";
import type { Azione, VocePiano } from "./differenze.ts";
import type { StatoImportazione } from "./stati-importazione.ts";

export interface Importazione {
  readonly versione: number;
  readonly id: string;
  readonly stato: StatoImportazione;
  /** Only the differences: nothing is written. */
  readonly simulazione: boolean;
  /** The document is of this creditor alone. */
  readonly idDominio?: string;
  /** SHA-256 of the document, hexadecimal. */
  readonly impronta: string;
  /** Who asked: every entry is written in their name. */
  readonly mittente: Chiamante;
  /** Instants. */
  readonly dataRichiesta: string;
  readonly dataUltimoAggiornamento: string;
  readonly dataConclusione?: string;
  /** Messages written so far: an older one has nothing to do. */
  readonly tappa: number;
  /** Entries of the plan already passed. */
  readonly posizione: number;
  /** How many of each action, once the plan is made. */
  readonly piano?: Readonly<Record<Azione, number>>;
  readonly scritte: number;
  readonly inApprovazione: number;
  readonly rifiutate: number;
}

export type EsitoVoce = "SCRITTA" | "IN_APPROVAZIONE" | "RIFIUTATA";

/** A line of the report. */
export interface VoceEsito extends VocePiano {
  /** Absent = nothing to write, or a dry run. */
  readonly esito?: EsitoVoce;
  readonly codice?: string;
  readonly dettaglio?: string;
}

export const chiaviImportazione = {
  documento: (id: string): string => `importazioni/${id}/documento.json`,
  piano: (id: string): string => `importazioni/${id}/piano.json`,
  /** Outcomes of the entries of the plan from this position. */
  esiti: (id: string, posizione: number): string => `importazioni/${id}/esiti/${String(posizione).padStart(7, "0")}.json`,
} as const;

/** Entries of the plan in one stage, and so in one object of outcomes. */
export const VOCI_PER_TAPPA = 200;

export const countAzioni = (piano: readonly VocePiano[]): Readonly<Record<Azione, number>> => {
  const conteggi: Record<Azione, number> = { AGGIUNTA: 0, MODIFICA: 0, INVARIATA: 0, ASSENTE: 0 };
  for (const { azione } of piano) conteggi[azione] += 1;
  return conteggi;
};
