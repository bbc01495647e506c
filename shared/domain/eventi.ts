/** The journal (giornale degli eventi): one entry per exchange, with the fields of GovPay's Evento (reference 2.9) from which those of SANP derive (pagopa.md 3.6). Kept at least 24 months. */
export type ComponenteEvento =
  | "API_BACKOFFICE"
  | "API_ENTE"
  | "API_PAGOPA"
  | "API_PAGAMENTO"
  | "API_PENDENZE"
  | "API_RAGIONERIA"
  | "GOVPAY";

export interface Evento {
  readonly id: string;
  readonly componente: ComponenteEvento;
  readonly categoriaEvento: "INTERNO" | "INTERFACCIA" | "UTENTE";
  /** SERVER: we were called; CLIENT: we called. */
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
  readonly numeroAvviso?: string;
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idPagamento?: string;
  /** idPsp, idCanale, idIntermediarioPsp, tipoVersamento, modelloPagamento, idDominio, idIntermediario, idStazione, idIncasso, sct, idFlusso, idTracciato */
  readonly datiPagoPA?: Readonly<Record<string, string>>;
  readonly severita?: number;
  readonly transactionId: string;
  readonly principal?: string;
  /** Digest of the tax code whose data were read or changed without a debt being named: finds who looked at a citizen. */
  readonly cittadino?: string;
  readonly parametriRichiesta?: ParametriEvento;
  readonly parametriRisposta?: ParametriEvento;
}

export interface IntestazioneEvento {
  readonly nome: string;
  readonly valore: string;
}

export interface ParametriEvento {
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  readonly data: string;
  /** Credentials masked. */
  readonly headers?: readonly IntestazioneEvento[];
  /** The message as it travelled: bytes where the text might not give them back. */
  readonly payload?: string | Uint8Array;
  /** The message is only its beginning. */
  readonly tagliato?: boolean;
}

/** What an operation knows of its entry; the rest (id, time, caller) comes from the exchange. */
export type CampiEvento = Partial<Omit<Evento, "id" | "transactionId" | "dataEvento" | "durataMillisecondi">>;
