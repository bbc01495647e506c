/** Reads of settlement flows, their rows and the reconciliations. */
import type { Pendenza } from "../domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../domain/rendicontazioni/flusso.ts";
import type { ContestoEsterni } from "../domain/rendicontazioni/pagamenti-esterni.ts";
import type { Segnalibro } from "../domain/rendicontazioni/segnalibro.ts";
import type { Riscossione } from "../domain/ricevute/ricevuta.ts";
import type { Riconciliazione } from "../domain/riconciliazioni/riconciliazione.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { FiltriPerDominio } from "./posizioni.ts";
import type { Unicita } from "./unit-of-work.ts";

export interface ChiaveFlusso {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
}

/** Instants of emission of the flow, inclusive. */
export interface FiltriObsoleti {
  readonly domini: "*" | readonly string[];
  readonly flussoDa?: string;
  readonly flussoA?: string;
}

export interface FiltriRendicontazioni extends FiltriObsoleti {
  readonly idFlusso?: string;
  readonly iuv?: string;
  /** Days of the outcome, inclusive. */
  readonly da?: string;
  readonly a?: string;
  readonly direzioni?: readonly string[];
  readonly divisioni?: readonly string[];
  readonly stato?: Rendicontazione["stato"];
  /** Days that begin the ids of the flows, as pagoPA wants them: only those are read. */
  readonly giorniFlusso?: { readonly da: string; readonly a: string };
  /** Rows of these flows are left out. */
  readonly esclusi: readonly ChiaveFlusso[];
  readonly ordine: "asc" | "desc";
}

export interface CompagniRighe {
  readonly flussi: readonly Flusso[];
  readonly riscossioni: readonly Riscossione[];
  readonly pendenze: readonly Pendenza[];
}

/** What tells where collected amounts are settled and what they pay. */
export interface CompagniRiscossioni {
  readonly righe: readonly Rendicontazione[];
  readonly flussi: readonly Flusso[];
  readonly pendenze: readonly Pendenza[];
  readonly esterni: ContestoEsterni;
}

export interface Rendicontazioni {
  getFlusso(chiave: ChiaveFlusso): Promise<Flusso | undefined>;
  /** Any number of flows, 100 per request; those that do not exist are left out. */
  getFlussi(chiavi: readonly ChiaveFlusso[]): Promise<readonly Flusso[]>;
  /** Every PSP and revision under that id, newest revision first. */
  findRevisioni(idDominio: string, idFlusso: string): Promise<readonly Flusso[]>;
  /** Those still being acquired are not listed, unless their state is asked for. */
  findFlussi(
    filtri: FiltriPerDominio & {
      readonly stato?: string;
      readonly idFlusso?: string;
      readonly escludiObsoleti: boolean;
      readonly incassato?: boolean;
    },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Flusso>>;
  /** Flows that hold a row of this payment code. */
  findFlussiByIuv(domini: "*" | readonly string[], iuv: string): Promise<readonly Flusso[]>;
  /** Every creditor, PSP and revision under that id, as written: an index, that may lag behind by milliseconds. */
  findFlussiByNome(idFlusso: string): Promise<readonly Flusso[]>;
  /** Flows that a later revision replaced, by emission; `oltre` when there are more than a query can leave out. */
  findObsoleti(filtri: FiltriObsoleti): Promise<{ readonly flussi: readonly ChiaveFlusso[]; readonly oltre: boolean }>;
  findRendicontazioni(filtri: FiltriRendicontazioni, pagina: RichiestaPagina): Promise<Pagina<Rendicontazione>>;
  /** Flows, collected amounts and debts of some rows, in one batch. */
  getCompagniRighe(righe: readonly Rendicontazione[]): Promise<CompagniRighe>;
  /** Settlement rows, flows and debts of some collected amounts: one request per payment code, then one batch. */
  getCompagniRiscossioni(riscossioni: readonly Riscossione[]): Promise<CompagniRiscossioni>;
  /** Rows in order; `daProgressivo` inclusive. */
  findRighe(chiave: ChiaveFlusso, daProgressivo: number, limite: number): Promise<readonly Rendicontazione[]>;
  getRiconciliazione(idDominio: string, id: string): Promise<Riconciliazione | undefined>;
  findRiconciliazioni(
    filtri: FiltriPerDominio & {
      readonly sct?: string;
      readonly stato?: string;
      readonly stati?: readonly string[];
      readonly idFlusso?: string;
    },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Riconciliazione>>;
  /** Those in ERRORE for lack of what has this name (`attesaDi`), through an index that may lag behind by milliseconds: the first hundred. */
  findInAttesa(idDominio: string, attesa: string): Promise<readonly Riconciliazione[]>;
  /** Collected amounts matched by a reconciliation, through `limite` rows of its flow from `daProgressivo`. */
  findRiscossioniRiconciliate(riconciliazione: Riconciliazione, daProgressivo: number, limite: number): Promise<readonly Riscossione[]>;
  getUnicita(ambito: Unicita["ambito"], chiave: string): Promise<Unicita | undefined>;
  getSegnalibro(idDominio: string): Promise<Segnalibro | undefined>;
}
