/** The creditor's own system, called through the API EC (reference 1.13). */
import type { Applicazione } from "../domain/anagrafiche/applicazione.ts";
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

export interface SistemaEnte {
  notifyRicevuta(servizio: ServizioIntegrazione, notifica: NotificaRicevuta): Promise<Esito<{ readonly status: number }, MancataConsegna>>;
}
