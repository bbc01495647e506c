/** A treasury file being loaded: its progress, its figures, and where its bytes are. */
import type { Chiamante } from "../anagrafiche/applicazione.ts";
import { FORMATI_TESORERIA, type FormatoTesoreria } from "./movimento.ts";
import type { StatoCaricamento } from "./stati-caricamento.ts";

/** FDR: not money, but a settlement flow, which the same office receives and loads. */
export const FORMATI_CARICAMENTO = [...FORMATI_TESORERIA, "FDR"] as const;
export type FormatoCaricamento = FormatoTesoreria | "FDR";

/** How far the loading is, and what it did. Amounts in cents, of the lines that were new. */
export interface ConteggiCaricamento {
  /** Lines and refused lines gone through: where the next stage begins. */
  readonly righeLette: number;
  readonly nuovi: number;
  /** Lines that changed a movement told before. */
  readonly aggiornati: number;
  /** Lines that said nothing new. */
  readonly presenti: number;
  /** Lines that tell no money: the order that covers money already told. */
  readonly ignorate: number;
  readonly scartate: number;
  readonly entrate: bigint;
  readonly uscite: bigint;
}

export interface Caricamento extends ConteggiCaricamento {
  readonly versione: number;
  readonly idDominio: string;
  readonly id: string;
  readonly nomeFile: string;
  readonly stato: StatoCaricamento;
  readonly descrizioneStato?: string;
  /** As asked for; absent = recognised from the content. */
  readonly formato?: FormatoCaricamento;
  readonly profilo?: string;
  /** As recognised. */
  readonly formatoLetto?: FormatoCaricamento;
  readonly versioneFormato?: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly impronta?: string;
  readonly dimensione?: number;
  readonly mittente: Pick<Chiamante, "tipo" | "principal" | "nome">;
  /** Who loads it again on purpose. */
  readonly forzato: boolean;
  readonly dataOraCaricamento: string;
  readonly dataOraUltimoAggiornamento: string;
  /** Stages done: an older message has nothing to do. */
  readonly tappa: number;
  /** Parts of the refused lines written, in the bucket. */
  readonly partiScarti: number;
  /** Of the whole that the bank gave in pages; or the settlement flow itself. */
  readonly flusso?: { readonly idFlusso: string; readonly pagina?: number; readonly pagineTotali?: number };
  readonly conti: readonly string[];
  /** First and last day of the lines. */
  readonly dataDa?: string;
  readonly dataA?: string;
  /** Totals that lie, pages that lack, entries left out: in Italian. */
  readonly segnalazioni: readonly string[];
  /** Who is working on it, until when. */
  readonly presa?: { readonly messaggio: string; readonly finoA: string };
}

export const SENZA_CONTEGGI: ConteggiCaricamento = {
  ...{ righeLette: 0, nuovi: 0, aggiornati: 0, presenti: 0, ignorate: 0, scartate: 0 },
  ...{ entrate: 0n, uscite: 0n },
};

/** Facts told of one file: beyond, they are counted only. */
export const SEGNALAZIONI_MASSIME = 50;
export const CONTI_MASSIMI = 50;

/** Objects of the document bucket. */
export const chiaviCaricamento = {
  originale: ({ idDominio, id }: Pick<Caricamento, "idDominio" | "id">): string => `caricamenti-tesoreria/${idDominio}/${id}/originale`,
  parteScarti: ({ idDominio, id }: Pick<Caricamento, "idDominio" | "id">, parte: number): string =>
    `caricamenti-tesoreria/${idDominio}/${id}/scarti/${String(parte).padStart(7, "0")}`,
  scarti: ({ idDominio, id }: Pick<Caricamento, "idDominio" | "id">): string => `caricamenti-tesoreria/${idDominio}/${id}/scarti.csv`,
} as const;

export const addSegnalazioni = (presenti: readonly string[], nuove: readonly string[]): readonly string[] =>
  [...new Set([...presenti, ...nuove])].slice(0, SEGNALAZIONI_MASSIME);

/** A cell that a spreadsheet would run as a formula is shown as text. */
const cellaCsv = (valore: string): string => `"${(/^[=+\-@\t\r]/.test(valore) ? `'${valore}` : valore).replaceAll('"', '""')}"`;

export const INTESTAZIONE_SCARTI = "riga;motivo;testo\r\n";

export const rigaScarti = ({ riga, motivo, testo }: { readonly riga: number; readonly motivo: string; readonly testo: string }): string =>
  `${riga};${cellaCsv(motivo)};${cellaCsv(testo)}\r\n`;
