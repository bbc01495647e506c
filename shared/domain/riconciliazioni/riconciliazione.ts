/** A treasury movement and its matching with flows and collected amounts. */
import type { Segnalazione } from "../pendenze/pendenza.ts";
import type { StatoRiconciliazione } from "./stati-riconciliazione.ts";

/** A line of the treasurer's file that pays it, wholly or in part. */
export interface MovimentoRiconciliato {
  readonly idMovimento: string;
  /** Cents of the movement that go here: the rest of it may pay something else. */
  readonly importo: bigint;
}

/** A person's undo, and how far it has got. */
export interface Annullamento {
  readonly motivo: string;
  readonly principal: string;
  /** Instant of the request. */
  readonly data: string;
  /** Rows of the flow already given back. */
  readonly righe: number;
}

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
  /** With the payment code, the one transfer that it pays, when that was decided by the matching. */
  readonly iur?: string;
  readonly indice?: number;
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
  /** Absent when it was registered by its caller, without a line of the treasurer. Several when a flow is credited in several movements. */
  readonly movimenti?: readonly MovimentoRiconciliato[];
  readonly annullamento?: Annullamento;
  /** What it lacked when it failed (`attesaDi`): its arrival makes it try again. */
  readonly attende?: string;
}
