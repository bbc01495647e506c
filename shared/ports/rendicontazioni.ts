/** Reads of settlement flows, their rows and the reconciliations. */
import type { Flusso, Rendicontazione } from "../domain/rendicontazioni/flusso.ts";
import type { Riconciliazione } from "../domain/riconciliazioni/riconciliazione.ts";
import type { Riscossione } from "../domain/ricevute/ricevuta.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { FiltriPerDominio } from "./posizioni.ts";

export interface ChiaveFlusso {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
}

export interface Rendicontazioni {
  getFlusso(chiave: ChiaveFlusso): Promise<Flusso | undefined>;
  /** Every PSP and revision under that id, newest revision first. */
  findRevisioni(idDominio: string, idFlusso: string): Promise<readonly Flusso[]>;
  findFlussi(
    filtri: FiltriPerDominio & { readonly stato?: string; readonly idFlusso?: string; readonly escludiObsoleti: boolean; readonly incassato?: boolean },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Flusso>>;
  /** Flows that hold a row of this payment code. */
  findFlussiByIuv(idDominio: string, iuv: string): Promise<readonly Flusso[]>;
  /** Rows in order; `daProgressivo` inclusive. */
  findRighe(chiave: ChiaveFlusso, daProgressivo: number, limite: number): Promise<readonly Rendicontazione[]>;
  getRiconciliazione(idDominio: string, id: string): Promise<Riconciliazione | undefined>;
  findRiconciliazioni(filtri: FiltriPerDominio & { readonly sct?: string; readonly stato?: string }, pagina: RichiestaPagina): Promise<Pagina<Riconciliazione>>;
  /** Collected amounts matched by a reconciliation. */
  findRiscossioniRiconciliate(idDominio: string, id: string, limite: number): Promise<readonly Riscossione[]>;
}
