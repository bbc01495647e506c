/** Reads of settlement flows, their rows and the reconciliations. */
import type { Flusso, Rendicontazione } from "../domain/rendicontazioni/flusso.ts";
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
  findFlussiByIuv(idDominio: string, iuv: string): Promise<readonly Flusso[]>;
  /** Rows in order; `daProgressivo` inclusive. */
  findRighe(chiave: ChiaveFlusso, daProgressivo: number, limite: number): Promise<readonly Rendicontazione[]>;
  getRiconciliazione(idDominio: string, id: string): Promise<Riconciliazione | undefined>;
  findRiconciliazioni(
    filtri: FiltriPerDominio & { readonly sct?: string; readonly stato?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Riconciliazione>>;
  /** Collected amounts matched by a reconciliation, through `limite` rows of its flow from `daProgressivo`. */
  findRiscossioniRiconciliate(riconciliazione: Riconciliazione, daProgressivo: number, limite: number): Promise<readonly Riscossione[]>;
  getUnicita(ambito: Unicita["ambito"], chiave: string): Promise<Unicita | undefined>;
  getSegnalibro(idDominio: string): Promise<Segnalibro | undefined>;
}
