/** The creditor's own system, called through the API EC (reference 1.13) or the callbacks of its connector (1.14). */
import type { Applicazione } from "../domain/anagrafiche/applicazione.ts";
import type { ServizioCallback } from "../domain/anagrafiche/connettore-govpay.ts";
import type { ContenutoSintesi } from "../domain/contabilita/tracciati/sintesi.ts";
import type { Esito } from "../domain/esito.ts";

export type ServizioIntegrazione = NonNullable<Applicazione["servizioIntegrazione"]>;

export interface NotificaRicevuta {
  readonly idDominio: string;
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly idSession?: string;
  readonly idSessionePortale?: string;
  readonly idCarrello?: string;
  /** `Ricevuta` of the API EC v2, as JSON. */
  readonly corpo: unknown;
  /** Of money that does not exist. */
  readonly prova?: boolean | undefined;
}

/** Version 1: what is said of an attempt, when it starts and when its receipt comes. */
export interface NotificaPagamento extends Omit<NotificaRicevuta, "idRicevuta" | "corpo"> {
  /** `notifica` of the API EC v1, as JSON. */
  readonly corpo: unknown;
}

/** Version 1: an attempt that ended without a receipt. */
export interface NotificaAnnullamento {
  readonly idDominio: string;
  readonly iuv: string;
  readonly ccp: string;
  /** `notificaAnnullamento` of the API EC v1. */
  readonly corpo: { readonly codice: string; readonly motivazione: string };
  readonly prova?: boolean | undefined;
}

/** The messages of a payment as the connector of a creditor receives them (callback v1). */
export interface RppDaSpedire {
  readonly idDominio: string;
  readonly iuv: string;
  readonly ccp: string;
  /** XML; what is not known is not sent. */
  readonly rpt?: string;
  readonly rt?: string;
  readonly prova?: boolean | undefined;
}

/** A file of a layout towards accounting. */
export interface TracciatoDaSpedire {
  readonly idDominio: string;
  readonly id: string;
  readonly nome: string;
  readonly nomeFile: string;
  /** Days of payment, or of arrival of the flows, inclusive. */
  readonly da: string;
  readonly a: string;
  readonly contenuto: Uint8Array;
}

export interface SintesiDaSpedire extends TracciatoDaSpedire {
  readonly contenutoChiesto: ContenutoSintesi;
  readonly tipiPendenza: readonly string[];
}

export interface MancataConsegna {
  readonly dettaglio: string;
  readonly status?: number;
}

/** A flow as the connector of a creditor receives it (callback v1). */
export interface FlussoDaSpedire {
  readonly idDominio: string;
  readonly idFlusso: string;
  /** Instant of emission. */
  readonly dataFlusso: string;
  readonly xml: string;
}

type Consegna = Promise<Esito<{ readonly status: number }, MancataConsegna>>;

export interface SistemaEnte {
  notifyPagamento(servizio: ServizioIntegrazione, notifica: NotificaPagamento): Consegna;
  notifyAnnullamento(servizio: ServizioIntegrazione, notifica: NotificaAnnullamento): Consegna;
  /** Not of the API EC of GovPay. */
  sendTracciato(servizio: ServizioIntegrazione, tracciato: TracciatoDaSpedire): Consegna;
  /** @param sintesi payments, or rows of flows, as CSV; `tipiPendenza` empty = all. */
  sendSintesi(servizio: ServizioCallback, sintesi: SintesiDaSpedire): Consegna;
  sendRpp(servizio: ServizioCallback, rpp: RppDaSpedire): Consegna;
  notifyRicevuta(servizio: ServizioIntegrazione, notifica: NotificaRicevuta): Consegna;
  /** @param corpo `NuovaRendicontazione` of the API EC v2, as JSON. */
  notifyRendicontazione(servizio: ServizioIntegrazione, corpo: unknown): Consegna;
  /** @param corpo a summary of anomalies, as the API shows it. Not of the API EC of GovPay. */
  notifyRiepilogo(servizio: ServizioIntegrazione, corpo: unknown): Consegna;
  sendFlusso(servizio: ServizioCallback, flusso: FlussoDaSpedire): Consegna;
}
