/** Movements of the treasurers and the files that told them, as they are read. They change through the unit of work. */
import type { Caricamento } from "../domain/tesoreria/caricamento.ts";
import type { NomeMovimento } from "../domain/tesoreria/identita.ts";
import type { SegnoMovimento } from "../domain/tesoreria/movimento.ts";
import type { Movimento } from "../domain/tesoreria/movimento-registrato.ts";
import type { StatoMovimento } from "../domain/tesoreria/stati-movimento.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";

/** Days of accounting, inclusive. */
export interface FiltriMovimenti {
  readonly domini: "*" | readonly string[];
  readonly stato?: StatoMovimento;
  readonly segno?: SegnoMovimento;
  readonly da?: string;
  readonly a?: string;
  readonly conto?: string;
  /** Cents. */
  readonly importoDa?: bigint;
  readonly importoA?: bigint;
  /** Piece of the text, upper and lower case alike. */
  readonly testo?: string;
  readonly idCaricamento?: string;
  readonly ordine: "asc" | "desc";
}

export interface FiltriCaricamenti {
  readonly domini: "*" | readonly string[];
  readonly stato?: string;
  readonly idFlusso?: string;
  /** Instants of loading, inclusive. */
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

/** A place of a name of a movement. */
export interface PostoNome extends NomeMovimento {
  readonly posto: number;
}

export interface NomeOccupato {
  readonly versione: number;
  readonly idDominio: string;
  readonly nome: PostoNome;
  readonly idMovimento: string;
}

/** Something that the text of a movement names, from where the movement is found. */
export interface ChiaveDiMovimento {
  readonly versione: number;
  readonly idDominio: string;
  readonly tipo: "FLUSSO" | "IUV" | "IUR";
  readonly valore: string;
  readonly idMovimento: string;
}

export interface Tesoreria {
  getMovimento(idDominio: string, id: string): Promise<Movimento | undefined>;
  /** Any number, 100 per request; those that do not exist are left out. */
  getMovimenti(idDominio: string, ids: readonly string[]): Promise<readonly Movimento[]>;
  /** Latest accounting day first, or last. */
  findMovimenti(filtri: FiltriMovimenti, pagina: RichiestaPagina): Promise<Pagina<Movimento>>;
  /** Movements whose text names the flow, or a beginning of its id at least 10 characters long. Two requests. @param idFlusso as written or normalised. */
  findMovimentiByFlusso(idDominio: string, idFlusso: string): Promise<readonly Movimento[]>;
  /** Movements that name the payment code, the receipt, the credit transfer. Two requests. */
  findMovimentiByIuv(idDominio: string, iuv: string): Promise<readonly Movimento[]>;
  findMovimentiByIur(idDominio: string, iur: string): Promise<readonly Movimento[]>;
  findMovimentiBySct(idDominio: string, sct: string): Promise<readonly Movimento[]>;
  /** Every year and sign, unless told. Two requests. */
  findMovimentiBySospeso(idDominio: string, numero: string, esercizio?: number): Promise<readonly Movimento[]>;
  /** Who holds these places. 100 per request. */
  getNomi(idDominio: string, nomi: readonly PostoNome[]): Promise<readonly NomeOccupato[]>;
  getCaricamento(id: string): Promise<Caricamento | undefined>;
  /** Latest first, or last. */
  findCaricamenti(filtri: FiltriCaricamenti, pagina: RichiestaPagina): Promise<Pagina<Caricamento>>;
  /** Loadings still waiting for their file, oldest first. */
  findInCaricamento(limite: number): Promise<readonly Caricamento[]>;
  /** Id of the loading that already holds this file. */
  findDoppio(chiave: string): Promise<string | undefined>;
}
