/** The creditor's own system, called through the API EC (reference 1.13) or the callbacks of its connector (1.14). */
import type { Applicazione } from "../domain/anagrafiche/applicazione.ts";
import type { ServizioCallback } from "../domain/anagrafiche/connettore-govpay.ts";
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

export interface SistemaEnte {
  notifyRicevuta(servizio: ServizioIntegrazione, notifica: NotificaRicevuta): Promise<Esito<{ readonly status: number }, MancataConsegna>>;
  /** @param corpo `NuovaRendicontazione` of the API EC v2, as JSON. */
  notifyRendicontazione(servizio: ServizioIntegrazione, corpo: unknown): Promise<Esito<{ readonly status: number }, MancataConsegna>>;
  /** @param corpo a summary of anomalies, as the API shows it. Not of the API EC of GovPay. */
  notifyRiepilogo(servizio: ServizioIntegrazione, corpo: unknown): Promise<Esito<{ readonly status: number }, MancataConsegna>>;
  sendFlusso(servizio: ServizioCallback, flusso: FlussoDaSpedire): Promise<Esito<{ readonly status: number }, MancataConsegna>>;
}
