/** A list as a file, of any length: what was asked and what has come of it. The file is made anew by whoever takes it up, so that nothing is left half done. */
import type { Chiamante } from "../anagrafiche/applicazione.ts";
import type { StatoPendenzaEsposto } from "../pendenze/stati-pendenza.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import type { StatoEsportazione } from "./stati-esportazione.ts";

type StatoRiscossione = Riscossione["stato"];

export const CONTENUTI = [
  "pendenze",
  "riscossioni",
  "rendicontazioni",
  "flussi",
  "incassi",
  "entrate-previste",
  "accertamenti",
  "beneficiari",
  "eventi",
] as const;
export type Contenuto = (typeof CONTENUTI)[number];
export type Formato = "CSV" | "XLSX";

export interface FiltriEsportazione {
  readonly idDominio?: string;
  /** Instants. */
  readonly da?: string;
  readonly a?: string;
  /** Of debts. */
  readonly statoPendenza?: StatoPendenzaEsposto;
  /** Of collected amounts. */
  readonly statoRiscossione?: StatoRiscossione;
}

export interface Esportazione {
  readonly versione: number;
  readonly id: string;
  readonly stato: StatoEsportazione;
  readonly descrizioneStato?: string;
  readonly contenuto: Contenuto;
  readonly formato: Formato;
  /** Amounts with a comma, as Italian spreadsheets read them. CSV only. */
  readonly virgola: boolean;
  readonly filtri: FiltriEsportazione;
  /** Who asked: the list is read by their rights. */
  readonly mittente: Chiamante;
  /** Instants. */
  readonly dataRichiesta: string;
  readonly dataConclusione?: string;
  readonly righe?: number;
  readonly byte?: number;
}

/** Days for which an export can be downloaded. */
export const CONSERVAZIONE_GIORNI = 7;

export const chiaveEsportazione = ({ id, formato }: Pick<Esportazione, "id" | "formato">): string =>
  `elenchi/${id}.${formato.toLowerCase()}`;

export const nomeFileEsportazione = ({ contenuto, formato, dataRichiesta }: Esportazione): string =>
  `${contenuto}-${dataRichiesta.slice(0, 19).replaceAll(":", "")}.${formato.toLowerCase()}`;
