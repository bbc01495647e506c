/** A treasury movement and its matching with flows and collected amounts. */
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
  /** Digest of the request, to tell a repetition from another movement under the same id. */
  readonly impronta: string;
  /** Progress: rows of the flow already handled. */
  readonly righeElaborate: number;
  readonly importoRiconciliato: bigint;
}
