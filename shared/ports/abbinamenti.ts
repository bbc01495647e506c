/** What the matching remembers of movements and flows, and the decisions of people: reads. They change through the unit of work. */
import type {
  Abbinamento,
  MemoriaMovimento,
  PropostaAperta,
  RegolaRegistrata,
  RiscontroFlusso,
} from "../domain/abbinamenti/abbinamento.ts";
import type { ImpostazioniRiscontri } from "../domain/abbinamenti/impostazioni.ts";
import type { PagamentoNotificato } from "../domain/abbinamenti/pagamento-notificato.ts";
import type { Flusso, Rendicontazione } from "../domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../domain/ricevute/ricevuta.ts";
import type { OggettoFlusso } from "../domain/riscontri/evidenze.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";
import type { FiltriPerDominio, FiltriTipi } from "./posizioni.ts";
import type { ChiaveFlusso } from "./rendicontazioni.ts";

export type ChiaveRiscontroFlusso = Omit<OggettoFlusso, "tipo"> & { readonly idDominio: string };

export interface Abbinamenti {
  /** Links, proposals and decisions of a movement: one request, strongly consistent. */
  getMemoria(idDominio: string, idMovimento: string): Promise<MemoriaMovimento>;
  /** Any number, 100 per request; those that do not exist are left out. */
  getAbbinamenti(idDominio: string, idMovimenti: readonly string[]): Promise<readonly Abbinamento[]>;
  getRiscontriFlussi(chiavi: readonly ChiaveRiscontroFlusso[]): Promise<readonly RiscontroFlusso[]>;
  /** Movements of those days that name or pay single payments: the latest two thousand. */
  findConPagamenti(idDominio: string, giorni: { readonly da: string; readonly a: string }): Promise<readonly Abbinamento[]>;
  /** Movements not wholly explained, of an amount (cents) between two: the first hundred. An index, that may lag behind by milliseconds. */
  findDaSpiegare(idDominio: string, importo: { readonly da: bigint; readonly a: bigint }): Promise<readonly Abbinamento[]>;
  getImpostazioni(idDominio: string): Promise<ImpostazioniRiscontri | undefined>;
  /** Proposals, the surest first; days of the movement. */
  findProposte(
    filtri: Omit<FiltriPerDominio, "ordine"> & { readonly idMovimento?: string; readonly fiduciaMinima?: number },
    pagina: RichiestaPagina,
  ): Promise<Pagina<PropostaAperta>>;
  /** Decisions by instant. */
  findRegole(
    filtri: FiltriPerDominio & { readonly idMovimento?: string; readonly revocate?: boolean },
    pagina: RichiestaPagina,
  ): Promise<Pagina<RegolaRegistrata>>;
  /** Flows by day of settlement; `etichetta`: those that have it. */
  findRiscontriFlussi(
    filtri: FiltriPerDominio & { readonly etichetta?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<RiscontroFlusso>>;
  /** Movements by day; `etichetta`: those that have it. */
  findAbbinamenti(
    filtri: FiltriPerDominio & { readonly etichetta?: string; readonly stato?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Abbinamento>>;
  /** Payments that the creditor's system notified: of one payment code, or by their IUD. */
  findNotificati(idDominio: string, iuv: string): Promise<readonly PagamentoNotificato[]>;
  getNotificati(
    idDominio: string,
    chiavi: readonly { readonly iuv: string; readonly iud: string }[],
  ): Promise<readonly PagamentoNotificato[]>;
  findNotificatiPerData(filtri: FiltriPerDominio, pagina: RichiestaPagina): Promise<Pagina<PagamentoNotificato>>;
}

export interface ProvePosizione {
  readonly idDominio: string;
  readonly iuv: string;
  readonly riscossioni: readonly Riscossione[];
  readonly righe: readonly Rendicontazione[];
  readonly notifiche: readonly PagamentoNotificato[];
}

/** What leads from one piece of evidence to the others: flows by what money says of them, payments by their receipt. Indexes, that may lag behind by milliseconds. */
export interface Prove {
  /** Every revision whose id declares that day, else settled on it: the first thousand. */
  findFlussiByGiorno(idDominio: string, giorno: string): Promise<readonly Flusso[]>;
  /** @param trn normalised (`normalizeTrn`). */
  findFlussiByTrn(idDominio: string, trn: string): Promise<readonly Flusso[]>;
  /** Emitted in those days, with a total (cents) between two: the latest hundred. */
  findFlussiByImporto(
    idDominio: string,
    giorni: { readonly da: string; readonly a: string },
    importo: { readonly da: bigint; readonly a: bigint },
  ): Promise<readonly Flusso[]>;
  /** Whether some revision of the flow has a row of that payment code. */
  hasRiga(flusso: { readonly idDominio: string; readonly idFlusso: string }, iuv: string): Promise<boolean>;
  /** Payment codes of the rows of a flow that are wrong: the first two thousand. Requests: one per MB of rows. */
  findIuvAnomali(flusso: ChiaveFlusso): Promise<readonly string[]>;
  /** Receipts, rows and notifications of a payment code: one request, strongly consistent. */
  getProvePosizione(idDominio: string, iuv: string): Promise<ProvePosizione>;
  /** Collected amounts of creditors, by instant of payment; and rows of flows that are wrong, by flow (instants of emission). */
  findRiscossioni(filtri: FiltriPerDominio & FiltriTipi, pagina: RichiestaPagina): Promise<Pagina<Riscossione>>;
  findRigheAnomale(filtri: FiltriPerDominio, pagina: RichiestaPagina): Promise<Pagina<Rendicontazione>>;
  findRiscossioniByIur(idDominio: string, iur: string): Promise<readonly Riscossione[]>;
}
