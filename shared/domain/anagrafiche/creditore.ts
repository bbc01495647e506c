/** The registry of a creditor body and of the pagoPA network it uses (intermediario, stazione), as the rest of the domain needs it. */

import type { ModalitaPagoPA } from "../gpd/archivi.ts";
import type { ServizioPagoPA } from "../servizi/servizio.ts";
import type { Esportazioni } from "./esportazioni.ts";

export interface Recapiti {
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: string;
  readonly pec?: string;
  readonly tel?: string;
  readonly fax?: string;
  readonly web?: string;
  readonly area?: string;
}

/** Every registry entry is replaced as a whole; `versione` guards against lost updates. */
export interface VoceAnagrafica {
  readonly versione: number;
}

export type AuxDigit = 0 | 1 | 2 | 3;

export interface Connettore {
  readonly url: string;
  readonly auth?: Autenticazione;
  readonly subscriptionKey?: string;
  readonly abilitaGDE?: boolean;
}

export type Autenticazione =
  | { readonly tipo: "basic"; readonly username: string; readonly password: string }
  | { readonly tipo: "header"; readonly headerName: string; readonly headerValue: string }
  | { readonly tipo: "apikey"; readonly apiId: string; readonly apiKey: string }
  /** A secret with the certificate and its private key, in PEM; `autorita`: who signs the server's, where it is no public one. */
  | { readonly tipo: "certificato"; readonly certificatoClient: string; readonly autorita?: string }
  | {
      readonly tipo: "oauth2";
      readonly clientId: string;
      readonly clientSecret: string;
      readonly urlTokenEndpoint: string;
      readonly scope?: string;
    };

export interface Intermediario extends VoceAnagrafica {
  readonly idIntermediario: string;
  readonly denominazione: string;
  /** Principal with which the Node authenticates: subject of the client certificate, or user name. */
  readonly principalPagoPa: string;
  /** Accepted too, while the Node passes from one certificate to the next. */
  readonly altriPrincipalPagoPa?: readonly string[];
  /** PEM of the certificates that the Node shows, only to watch when they expire. */
  readonly certificatiPagoPa?: readonly string[];
  /** scrypt hash of the Node's password where the Node comes with HTTP Basic instead of a client certificate. */
  readonly passwordHash?: string;
  /** Legacy RPT service; in the current family the base of Checkout is in `servizioPagoPaCheckout`. */
  readonly servizioPagoPa: Connettore & { readonly urlRPT: string };
  readonly servizioPagoPaCheckout?: Connettore;
  readonly servizioPagoPaFR?: Connettore;
  readonly servizioPagoPaRecuperoRT?: Connettore;
  readonly servizioPagoPaACA?: Connettore;
  readonly servizioPagoPaGPD?: Connettore;
  readonly servizioPagoPaBackofficeEC?: Connettore;
  readonly abilitato: boolean;
}

export interface Stazione extends VoceAnagrafica {
  readonly idIntermediario: string;
  readonly idStazione: string;
  /** V2 = "modello unico": paGetPaymentV2 and paSendRTV2, payments of the creditor through Checkout. */
  readonly versioneStazione: "V1" | "V2";
  readonly password?: string;
  readonly abilitato: boolean;
}

/** What the creditor wants of a debt that is loadable but wrong: a remark, or a refusal. Absent = a remark. */
export type Severita = "SEGNALA" | "RIFIUTA";

export interface RegoleCaricamento {
  /** Check digits of a notice number given by the application. */
  readonly cifreControllo?: Severita;
  /** Taxonomy codes out of the list of pagoPA, or out of their validity. */
  readonly tassonomia?: Severita;
}

export interface Dominio extends VoceAnagrafica, Recapiti {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly intermediato: boolean;
  readonly gln?: string;
  readonly cbill?: string;
  /** Where its payments start from. */
  readonly stazione?: string;
  /** Other stations of ours on which the Node may still, or already, look for it: a creditor moves, and for days pagoPA knows both. */
  readonly altreStazioni?: readonly string[];
  readonly auxDigit?: AuxDigit;
  readonly segregationCode?: string;
  readonly iuvPrefix?: string;
  /** base64 image */
  readonly logo?: string;
  readonly autStampaPosteItaliane?: string;
  readonly tassonomiaPagoPA?: string;
  readonly scaricaFr: boolean;
  readonly regoleCaricamento?: RegoleCaricamento;
  /** The account of an income changes only by a request that another person approves. */
  readonly cambioIbanConApprovazione?: boolean;
  /** The rows of a batch that annul its debts wait for the approval of another person. */
  readonly annullamentiConApprovazione?: boolean;
  /** Where a type does not say otherwise; absent = SINCRONA. */
  readonly modalitaPagoPA?: ModalitaPagoPA;
  /** Towards its accounting systems, by name of connector. */
  readonly esportazioni?: Esportazioni;
  /** Not yet on pagoPA: it integrates here, with money that does not exist. From birth until an operator puts it into service, never again (docs/adr/0051). */
  readonly inProva?: true;
  readonly abilitato: boolean;
  /** Over how many index keys the creditor's lists are spread (docs/data-model.md); grows, never shrinks. */
  readonly frammenti: number;
}

export interface UnitaOperativa extends VoceAnagrafica, Recapiti {
  readonly idDominio: string;
  readonly idUnita: string;
  readonly ragioneSociale: string;
  readonly abilitato: boolean;
}

export interface ContoAccredito extends VoceAnagrafica {
  readonly idDominio: string;
  readonly iban: string;
  readonly bic?: string;
  readonly postale: boolean;
  readonly mybank?: boolean;
  readonly abilitato: boolean;
  /** Last day on which it may be credited, when the creditor knows it: pagoPA's list does not say it. */
  readonly fineValidita?: string;
  readonly descrizione?: string;
  readonly intestatario?: string;
  readonly autStampaPosteItaliane?: string;
}

export type TipoContabilita = "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";

/** First digit of transferCategory and of datiSpecificiRiscossione. */
export const CIFRA_CONTABILITA: Readonly<Record<TipoContabilita, string>> = { CAPITOLO: "0", SPECIALE: "1", SIOPE: "2", ALTRO: "9" };

export interface Entrata extends VoceAnagrafica {
  readonly idEntrata: string;
  readonly descrizione: string;
  readonly tipoContabilita: TipoContabilita;
  readonly codiceContabilita: string;
}

export interface EntrataDominio extends VoceAnagrafica {
  readonly idDominio: string;
  readonly idEntrata: string;
  readonly ibanAccredito?: string;
  readonly ibanAppoggio?: string;
  readonly tipoContabilita?: TipoContabilita;
  readonly codiceContabilita?: string;
  readonly abilitato: boolean;
}

export interface TipoPendenza extends VoceAnagrafica {
  readonly idTipoPendenza: string;
  readonly descrizione: string;
  readonly codificaIUV?: string;
  readonly pagaTerzi: boolean;
  readonly abilitato: boolean;
  /** Portal, operator form, reminders, display, CSV templates: kept as received, used by later operations. */
  readonly configurazione?: Readonly<Record<string, unknown>>;
}

/** Overrides of a debt type for a creditor; absent = inherited. */
export interface TipoPendenzaDominio extends VoceAnagrafica {
  readonly idDominio: string;
  readonly idTipoPendenza: string;
  readonly codificaIUV?: string;
  readonly pagaTerzi?: boolean;
  /** Absent = that of the creditor. */
  readonly modalitaPagoPA?: ModalitaPagoPA;
  /** Service of pagoPA's catalogue whose requests become debts of this type. */
  readonly servizioPagoPA?: ServizioPagoPA;
  readonly abilitato?: boolean;
  readonly configurazione?: Readonly<Record<string, unknown>>;
}

/** Everything a payment needs to know of a creditor, loaded in one query and remembered for at most 60 s per instance. */
export interface Creditore {
  readonly dominio: Dominio;
  readonly unita: readonly UnitaOperativa[];
  readonly conti: readonly ContoAccredito[];
  readonly entrate: readonly EntrataDominio[];
  readonly tipiPendenza: readonly TipoPendenzaDominio[];
}

/** The station through which pagoPA is called, and called for nobody in prova: there pagoPA does not know the creditor, or not yet for money. */
export const stazioneAttiva = ({ stazione, inProva }: Pick<Dominio, "stazione" | "inProva">): string | undefined =>
  inProva ? undefined : stazione;

/** Every station on which the creditor answers. */
export const stazioniDi = ({ stazione, altreStazioni = [] }: Pick<Dominio, "stazione" | "altreStazioni">): readonly string[] => [
  ...(stazione === undefined ? [] : [stazione]),
  ...altreStazioni,
];
