/** Reads of debts and of everything that happened to one payment code. Strongly consistent by notice; by idPendenza with a fallback that never misses. */

import type { ChiaveNotifica, Notifica } from "../domain/notifiche/notifica.ts";
import type { Pagamento } from "../domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../domain/pagamenti/tentativo.ts";
import type { Pendenza, VoceStoria } from "../domain/pendenze/pendenza.ts";
import type { StatoPendenza, StatoPendenzaEsposto } from "../domain/pendenze/stati-pendenza.ts";
import type { Recupero } from "../domain/recuperi/recupero.ts";
import type { Rendicontazione } from "../domain/rendicontazioni/flusso.ts";
import type { Ricevuta, Riscossione } from "../domain/ricevute/ricevuta.ts";
import type { CodiceEsito } from "../domain/storico/rt.ts";
import type { Pagina, RichiestaPagina } from "./pagina.ts";

export interface ChiavePosizione {
  readonly idDominio: string;
  readonly iuv: string;
}

/** A document is unique for creditor and application (reference 2.3). */
export interface ChiaveDocumento {
  readonly idDominio: string;
  readonly idA2A: string;
  readonly identificativo: string;
}

/** The item collection of a payment code. */
export interface Posizione {
  readonly pendenza?: Pendenza;
  readonly tentativi: readonly Tentativo[];
  readonly ricevute: readonly Ricevuta[];
  readonly riscossioni: readonly Riscossione[];
  readonly rendicontazioni: readonly Rendicontazione[];
  readonly notifiche: readonly Notifica[];
  readonly recuperi: readonly Recupero[];
  readonly storia: readonly VoceStoria[];
}

export interface FiltriPendenze {
  readonly idDominio?: string;
  /** List keys of that creditor. */
  readonly frammenti?: number;
  /** Creditors that make the list, with their list keys, when no creditor, application or debtor does; "*" = the whole installation. */
  readonly creditori?: "*" | readonly { readonly idDominio: string; readonly frammenti: number }[];
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idDebitore?: string;
  /** Without the debts of money that does not exist. */
  readonly senzaProva?: true;
  /** As the caller sees them today: any of these. SCADUTA and NON_ESEGUITA stand alone. */
  readonly stati?: readonly StatoPendenzaEsposto[];
  readonly iuv?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly idTipiPendenza?: readonly string[];
  readonly mostraSpontaneiNonPagati: boolean;
  /** Instants of loading, inclusive. */
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
  /** Today, Europe/Rome: SCADUTA is computed. */
  readonly oggi: string;
  /** Creditors in the caller's scope ("*" = all). */
  readonly domini: "*" | readonly string[];
  readonly tipiPendenza: "*" | readonly string[];
  /** Of a caller limited to some units; absent = no such limit. */
  readonly ambiti?: AmbitiUnita;
}

/** Attempts: `idDebitore`, `idDominio`, `idA2A` or `creditori` chooses the list, in this order; the others filter it. */
export interface FiltriTentativi {
  readonly idDominio?: string;
  readonly creditori?: FiltriPendenze["creditori"];
  readonly iuv?: string;
  /** Code of the attempt, or of its receipt. */
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idDebitore?: string;
  /** Part of the debtor's name, in any case. */
  readonly anagraficaDebitore?: string;
  readonly idUnita?: string;
  readonly idTipoPendenza?: string;
  readonly direzioni?: readonly string[];
  readonly divisioni?: readonly string[];
  readonly tassonomia?: string;
  readonly stati?: readonly string[];
  /** Outcome of the receipt (codiceEsitoPagamento); the modern family has 0 only. */
  readonly codiceEsito?: CodiceEsito;
  /** Instants of the request, inclusive. */
  readonly da?: string;
  readonly a?: string;
  /** Instants in which the receipt came, inclusive. */
  readonly ricevutaDa?: string;
  readonly ricevutaA?: string;
  readonly ordine: "asc" | "desc";
  readonly domini: "*" | readonly string[];
  readonly tipiPendenza: "*" | readonly string[];
  readonly ambiti?: AmbitiUnita;
}

/** Debts still to be paid that name any of these accounts or incomes (`riferimentoConto`, `riferimentoEntrata`) of a creditor. */
export interface FiltriPerConto {
  readonly idDominio: string;
  /** List keys of that creditor. */
  readonly frammenti: number;
  readonly riferimenti: readonly string[];
  /** Stored states; absent = every debt that may still be paid, the annulled too. */
  readonly stati?: readonly StatoPendenza[];
  /** Only those that an archive of pagoPA follows. */
  readonly alimentate?: true;
  readonly tipiPendenza: "*" | readonly string[];
  readonly ambiti?: AmbitiUnita;
  readonly ordine: "asc" | "desc";
}

/** What a caller limited to some units may see: creditors whole, and of the others the pairs of creditor and unit (`ambitoDi`). */
export interface AmbitiUnita {
  readonly interi: readonly string[];
  readonly coppie: readonly string[];
}

/** Creditor and unit of a debt in one text, so that a list filters on both at once. */
export const ambitoDi = (idDominio: string, idUnita: string | undefined): string => `${idDominio}#${idUnita ?? ""}`;

export interface Posizioni {
  getPendenza(chiave: ChiavePosizione): Promise<Pendenza | undefined>;
  getPendenze(chiavi: readonly ChiavePosizione[]): Promise<readonly Pendenza[]>;
  getPosizione(chiave: ChiavePosizione): Promise<Posizione>;
  /** One request (index); a miss is confirmed on the alias before answering undefined. */
  getPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined>;
  /** One request on the index, which may lag behind by milliseconds: only to decide a change that its transaction then checks. */
  peekPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined>;
  /** Two strongly consistent requests through the alias: to decide again after a conflict. */
  readPendenzaById(idA2A: string, idPendenza: string): Promise<Pendenza | undefined>;
  /** Debt with attempts, receipts and collected amounts. */
  getPosizioneById(idA2A: string, idPendenza: string): Promise<Posizione>;
  /** All there is of the payment code, settlement rows included, strongly consistent: two requests through the alias. */
  readPosizioneById(idA2A: string, idPendenza: string): Promise<Posizione>;
  /** Debts of a document of an application, in no order; `oltre` when there are more. Two requests, strongly consistent. */
  findDocumento(chiave: ChiaveDocumento): Promise<{ readonly pendenze: readonly Pendenza[]; readonly oltre: boolean }>;
  findPendenze(filtri: FiltriPendenze, pagina: RichiestaPagina): Promise<Pagina<Pendenza>>;
  findPendenzePerConto(filtri: FiltriPerConto, pagina: RichiestaPagina): Promise<Pagina<Pendenza>>;
  /** Collected amounts of settlement rows, batched: keys that do not exist are left out. */
  getRiscossioni(chiavi: readonly (ChiavePosizione & { readonly iur: string; readonly indice: number })[]): Promise<readonly Riscossione[]>;
  getRendicontazioni(chiavi: readonly ChiaveRendicontazione[]): Promise<readonly Rendicontazione[]>;
  getRicevute(chiavi: readonly (ChiavePosizione & { readonly idRicevuta: string })[]): Promise<readonly Ricevuta[]>;
  getRicevuta(chiave: ChiavePosizione & { readonly idRicevuta: string }): Promise<Ricevuta | undefined>;
  getNotifica(chiave: ChiaveNotifica): Promise<Notifica | undefined>;
  findRicevute(
    filtri: FiltriPerDominio & { readonly domini: readonly string[]; readonly numeroAvviso?: string; readonly idRicevuta?: string },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Ricevuta>>;
  findRiscossioni(
    filtri: FiltriPerDominio &
      FiltriTipi & {
        readonly stato?: string;
        readonly tipi?: readonly string[];
        readonly iur?: string;
        readonly idA2A?: string;
        readonly idPendenza?: string;
        readonly idUnita?: string;
        readonly idTipoPendenza?: string;
        readonly direzioni?: readonly string[];
        readonly divisioni?: readonly string[];
        readonly tassonomie?: readonly string[];
      },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Riscossione>>;
  findTentativi(filtri: FiltriTentativi, pagina: RichiestaPagina): Promise<Pagina<Tentativo>>;
  /** Debts and receipts of some attempts, in one batch. */
  getCompagni(tentativi: readonly Tentativo[]): Promise<{ readonly pendenze: readonly Pendenza[]; readonly ricevute: readonly Ricevuta[] }>;
  getPagamento(id: string): Promise<Pagamento | undefined>;
  /** Up to 100 in one request; those that do not exist are left out, order not kept. */
  getPagamenti(id: readonly string[]): Promise<readonly Pagamento[]>;
  findPagamenti(filtri: FiltriPagamenti & FiltriPagamentiPropri, pagina: RichiestaPagina): Promise<Pagina<Pagamento>>;
  /** Payments of the creditors in scope; those that several creditors share only for who sees all of them. */
  findPagamentiInAmbito(
    filtri: FiltriPagamenti &
      FiltriTipi & {
        readonly domini: "*" | readonly string[];
        /** One of its creditors. */
        readonly idDominio?: string;
        /** Also those that this creditor shares with others. */
        readonly condivisi?: true;
        readonly idA2A?: string;
        readonly idPendenza?: string;
        readonly iuv?: string;
        readonly versante?: string;
        readonly idDebitore?: string;
        readonly verificato?: boolean;
        readonly severitaDa?: number;
        readonly severitaA?: number;
      },
    pagina: RichiestaPagina,
  ): Promise<Pagina<Pagamento>>;
}

/** Instants of the request, inclusive. */
export interface FiltriPagamenti {
  readonly stato?: string;
  readonly idSessionePortale?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}

/** Payments that an application started, or that a tax code paid; the rest filters them. */
export interface FiltriPagamentiPropri {
  readonly di: { readonly idA2A: string } | { readonly versante: string };
  /** Only those of this creditor alone. */
  readonly idDominio?: string;
  readonly idVersante?: string;
  readonly idDebitore?: string;
  readonly idSessionePsp?: string;
}

/** A row is identified by flow, revision and content; `ripetizione` > 0 tells apart the same row reported twice. */
export interface ChiaveRendicontazione extends ChiavePosizione {
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
  readonly iur: string;
  readonly indice: number;
}

/** Debt types and units of the caller, for what a debt has produced; absent = no such limit. What has no type is for who sees them all. */
export interface FiltriTipi {
  readonly tipiPendenza?: "*" | readonly string[];
  readonly ambiti?: AmbitiUnita;
}

/** Lists of one creditor, or of the creditors in scope ("*" = the whole installation). Instants inclusive. */
export interface FiltriPerDominio {
  readonly domini: "*" | readonly string[];
  readonly iuv?: string;
  readonly da?: string;
  readonly a?: string;
  readonly ordine: "asc" | "desc";
}
