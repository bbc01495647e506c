/** A treasury movement and its matching with flows and collected amounts. */
import type { Segnalazione } from "../pendenze/pendenza.ts";
import type { StatoRiconciliazione } from "./stati-riconciliazione.ts";

export interface Riconciliazione {
  readonly versione: number;
  readonly idDominio: string;
  readonly id: string;
  readonly stato: StatoRiconciliazione;
  readonly descrizioneStato?: string;
  readonly importo: bigint;
  readonly sct: string;
  /** Days. */
  readonly dataValuta?: string;
  readonly dataContabile?: string;
  readonly contoAccredito?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlusso?: string;
  readonly idPsp?: string;
  readonly revisione?: number;
  /** Instant of registration. */
  readonly data: string;
  readonly principal: string;
  /** The request in canonical form, to tell a repetition from another movement under the same id. */
  readonly impronta: string;
  /** Progress: rows of the flow already handled. */
  readonly righeElaborate: number;
  readonly importoRiconciliato: bigint;
  /** Rows that could not be matched, without stopping the others: the first ones, and how many they are in all. */
  readonly segnalazioni: readonly Segnalazione[];
  readonly righeSegnalate: number;
}
