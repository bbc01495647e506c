/** A settlement flow (FdR) and its rows. Key: creditor, PSP, idFlusso, revision: the id alone is not unique (pagopa.md 2.2). */
import type { Segnalazione } from "../pendenze/pendenza.ts";
import type { StatoFlusso, StatoRendicontazione } from "./stati-flusso.ts";

export interface Flusso {
  readonly versione: number;
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
  readonly stato: StatoFlusso;
  /** A newer revision exists. */
  readonly obsoleto: boolean;
  readonly ragioneSocialePsp?: string;
  readonly mittente?: { readonly tipo: string; readonly id: string };
  /** Instants: emission (seconds), publication, acquisition. */
  readonly dataFlusso: string;
  readonly dataPubblicazione?: string;
  readonly dataAcquisizione: string;
  /** When its last page was read. */
  readonly dataConclusione?: string;
  readonly trn: string;
  readonly dataRegolamento: string;
  readonly bicRiversamento?: string;
  readonly numeroPagamenti: number;
  readonly importoTotale: bigint;
  /** Progress of the acquisition: pages done, rows and cents seen so far. */
  readonly pagineAcquisite: number;
  readonly pagineTotali: number;
  readonly righeAcquisite: number;
  readonly importoAcquisito: bigint;
  readonly segnalazioni: readonly Segnalazione[];
  readonly idRiconciliazione?: string;
  /** Key of its XML as it came, uploaded or from FdR-1. */
  readonly originale?: string;
}

/** The name is that of the content: a document is never overwritten with another. @param impronta SHA-256, hexadecimal. */
export const chiaveOriginale = ({ idDominio, idFlusso }: Pick<Flusso, "idDominio" | "idFlusso">, impronta: string): string =>
  `flussi/${idDominio}/${idFlusso}/${impronta}.xml`;

export interface Rendicontazione {
  readonly versione: number;
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
  /** Position in the flow, from 1. */
  readonly progressivo: number;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: bigint;
  /** 0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta. */
  readonly esito: number;
  /** Day. */
  readonly data: string;
  readonly stato: StatoRendicontazione;
  /** Instant of emission of its flow, and the classification of the debt when it was known at the matching: what lists select by. */
  readonly dataFlusso?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly segnalazioni: readonly Segnalazione[];
}
