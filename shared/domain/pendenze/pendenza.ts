/** The debt position as the product knows it: one notice, 1..5 items, amounts in cents, days in Europe/Rome, instants in UTC. */
import type { TipoContabilita } from "../anagrafiche/creditore.ts";
import type { AllineamentoVoluto } from "../gpd/archivi.ts";
import type { Allegato } from "./allegati.ts";
import type { NotificaSend } from "./notifica-send.ts";
import type { PagataAltrove } from "./pagata-altrove.ts";
import type { StatoPendenza } from "./stati-pendenza.ts";

export interface Soggetto {
  readonly tipo: "F" | "G";
  /** Tax code, VAT number or `ANONIMO`. */
  readonly identificativo: string;
  readonly anagrafica: string;
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: string;
  /** Certified mail: the digital domicile of a person, or the address of a company. */
  readonly pec?: string;
  readonly cellulare?: string;
}

export interface Quota {
  readonly capitolo: string;
  readonly annoEsercizio: number;
  readonly importo: bigint;
  readonly accertamento?: string;
  readonly titolo?: string;
  readonly tipologia?: string;
  readonly categoria?: string;
  readonly articolo?: string;
  readonly proprietaCustom?: Readonly<Record<string, unknown>>;
}

export interface Contabilita {
  readonly quote: readonly Quota[];
  readonly proprietaCustom?: Readonly<Record<string, unknown>>;
}

/** Where the money of an item goes: an income code of the creditor, an explicit account, or a revenue stamp (exclusive, reference 2.2). */
export type Destinazione =
  | { readonly variante: "entrata"; readonly codEntrata: string }
  | {
      readonly variante: "conto";
      readonly ibanAccredito: string;
      readonly ibanAppoggio?: string;
      readonly tipoContabilita: TipoContabilita;
      readonly codiceContabilita: string;
      /** In place of the digit of ALTRO: keeps the notice out of SEPA Request-to-Pay (SANP, taxonomy). */
      readonly prefissoRtp?: PrefissoRtp;
    }
  | {
      readonly variante: "bollo";
      readonly tipoBollo: "01";
      readonly hashDocumento: string;
      readonly provinciaResidenza: string;
      /** Whole, `9/0301116TS/`; absent = that of the creditor's income for stamps, or of the law. */
      readonly codiceTassonomicoPagoPA?: string;
    };

/** 6 for notices served or self-corrected, 7 when another provider is exclusive, 8 for both. */
export type PrefissoRtp = "6" | "7" | "8";

export type StatoVoce = "Eseguito" | "Non eseguito" | "Anomalo";

export interface Voce {
  /** 1..5, the idTransfer towards the Node. */
  readonly indice: number;
  readonly idVocePendenza: string;
  readonly importo: bigint;
  readonly descrizione: string;
  readonly descrizioneCausaleRPT?: string;
  /** Beneficiary when it is not the creditor of the debt. */
  readonly idDominio?: string;
  readonly stato: StatoVoce;
  /** Paid, and the proof is a settlement row: its receipt never came (outcomes 8 and 9). Gone as soon as the receipt comes. */
  readonly senzaRpt?: true;
  readonly incassata: boolean;
  readonly destinazione: Destinazione;
  readonly datiAllegati?: unknown;
  readonly contabilita?: Contabilita;
  readonly metadata?: readonly { readonly key: string; readonly value: string }[];
}

export interface Documento {
  readonly identificativo: string;
  readonly descrizione: string;
  readonly rata?: number;
  /** Plan of the instalment, where a document offers more than one. */
  readonly piano?: string;
  readonly soglia?: { readonly tipo: "ENTRO" | "OLTRE" | "RIDOTTO" | "SCONTATO"; readonly giorni?: number };
}

export interface Segnalazione {
  readonly data: string;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
}

export interface Pendenza {
  readonly versione: number;
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idDominio: string;
  readonly idUnitaOperativa?: string;
  readonly idTipoPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  /** Which of the creditor's list keys holds it (docs/data-model.md); fixed at birth. */
  readonly frammento: number;
  readonly stato: StatoPendenza;
  readonly descrizioneStato?: string;
  /** Paid outside pagoPA: only while it is ANNULLATA, or when a payment of pagoPA came all the same. */
  readonly pagataAltrove?: PagataAltrove;
  readonly segnalazioni: readonly Segnalazione[];
  readonly iuv: string;
  readonly numeroAvviso: string;
  /** Random: lets a link open the notice without credentials. */
  readonly uuid: string;
  readonly nome?: string;
  readonly causale: string;
  readonly debitore: Soggetto;
  readonly importo: bigint;
  readonly importoPagato: bigint;
  readonly importoIncassato: bigint;
  /** Instants. */
  readonly dataCaricamento: string;
  readonly dataUltimoAggiornamento: string;
  readonly dataPagamento?: string;
  /** Days. */
  readonly dataValidita?: string;
  readonly dataScadenza?: string;
  readonly dataNotificaAvviso?: string;
  readonly dataPromemoriaScadenza?: string;
  /** No reminder of the notice, ever. */
  readonly avvisaturaInibita?: true;
  readonly annoRiferimento?: number;
  readonly cartellaPagamento?: string;
  readonly tassonomia?: string;
  readonly tassonomiaAvviso?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly datiAllegati?: unknown;
  readonly documento?: Documento;
  readonly proprieta?: Readonly<Record<string, unknown>>;
  readonly allegati?: readonly Allegato[];
  readonly ack: boolean;
  readonly note: readonly { readonly data: string; readonly autore: string; readonly oggetto: string; readonly testo: string }[];
  readonly voci: readonly Voce[];
  /** Present when an archive of pagoPA follows the debt: decided when it is loaded, never taken away. */
  readonly allineamento?: AllineamentoVoluto;
  /** Its notice is served through SEND. */
  readonly notificaSend?: NotificaSend;
  /** Present when its type has messages for the citizen: decided when it is loaded, never taken away. */
  readonly avvisatura?: { readonly impronta: string };
  /** Instant in which everything that tells who was taken away (docs/privacy.md). */
  readonly anonimizzata?: string;
  /** Born while its creditor was in prova: never paid with real money, not even once the creditor is in service (docs/adr/0051). */
  readonly prova?: true;
}

/** Append-only history of a debt: who, when, what, which fields before and after. */
export interface VoceStoria {
  readonly id: string;
  readonly idDominio: string;
  readonly iuv: string;
  readonly data: string;
  readonly autore: string;
  readonly evento: string;
  readonly campi: Readonly<Record<string, { readonly prima?: unknown; readonly dopo?: unknown }>>;
}
