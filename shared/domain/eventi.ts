/** The journal (giornale degli eventi): one entry per exchange, with the fields of GovPay's Evento (reference 2.9, pagopa.md 3.6). Kept at least 24 months. */
export interface Evento {
  readonly id: string;
  readonly componente: "API_BACKOFFICE" | "API_ENTE" | "API_PAGOPA" | "API_PAGAMENTO" | "API_PENDENZE" | "API_RAGIONERIA" | "GOVPAY";
  readonly categoriaEvento: "INTERNO" | "INTERFACCIA" | "UTENTE";
  readonly ruolo: "CLIENT" | "SERVER";
  readonly tipoEvento: string;
  readonly sottotipoEvento?: string;
  readonly esito: "OK" | "KO" | "FAIL";
  readonly sottotipoEsito?: string;
  readonly dettaglioEsito?: string;
  readonly dataEvento: string;
  readonly durataMillisecondi: number;
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idPagamento?: string;
  readonly datiPagoPA?: Readonly<Record<string, string>>;
  readonly severita?: number;
  readonly transactionId: string;
  readonly principal?: string;
  readonly parametriRichiesta?: ParametriEvento;
  readonly parametriRisposta?: ParametriEvento;
}

export interface ParametriEvento {
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly data: string;
  /** Text of the message; above 100 kB it is cut and `tagliato` is true. */
  readonly payload?: string;
  readonly tagliato?: boolean;
}

/** What an operation knows of its entry; the rest (id, time, caller) comes from the exchange. */
export type CampiEvento = Partial<Omit<Evento, "id" | "transactionId" | "dataEvento" | "durataMillisecondi">>;
