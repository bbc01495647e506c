/** What the Node remembers of a payment, in the words of the protocol turned into Italian nouns. */
export interface Soggetto {
  readonly tipo: string;
  readonly identificativo: string;
  readonly anagrafica: string;
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: string;
}

export interface Trasferimento {
  readonly idTransfer: number;
  readonly importo: bigint;
  readonly idDominio: string;
  readonly ragioneSociale?: string;
  /** Absent for a digital stamp. */
  readonly iban?: string;
  /** Digest of the document that the stamp is bought for (base64). */
  readonly improntaBollo?: string;
  /** The stamp once bought: base64 of its XML. */
  readonly marcaAcquistata?: string;
  readonly causale: string;
  readonly categoria: string;
  readonly metadata?: readonly (readonly [string, string])[];
}

/** The `data` of a paGetPayment answer. */
export interface DatiPagamento {
  readonly iuv: string;
  readonly importo: bigint;
  readonly dataScadenza: string;
  readonly causale: string;
  readonly ragioneSociale?: string;
  readonly ufficio?: string;
  readonly debitore: Soggetto;
  readonly trasferimenti: readonly Trasferimento[];
  readonly metadata?: readonly (readonly [string, string])[];
}

/** The answer to a verification. */
export interface Verifica {
  readonly importo: bigint;
  readonly dataScadenza?: string;
  readonly causale: string;
  readonly ragioneSociale: string;
  readonly ufficio?: string;
  readonly allCCP: boolean;
}

export interface Fault {
  readonly faultCode: string;
  readonly faultString: string;
  readonly id: string;
  readonly description?: string;
  readonly originalFaultCode?: string;
  readonly originalFaultString?: string;
  readonly originalDescription?: string;
}

/** A payment attempt: the token lives thirty minutes; a paid one is final. */
export interface Tentativo {
  readonly token: string;
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly idPsp: string;
  readonly stato: "ATTIVO" | "PAGATO" | "PAGATO_SENZA_RICEVUTA";
  readonly versione: 1 | 2;
  readonly scadeIl: number;
  readonly dati: DatiPagamento;
  readonly paymentNote?: string;
  readonly pagatoIl?: number;
  /** Answered by the platform in the creditor's stead. */
  readonly standIn?: true;
}

/** A receipt on its way to one station. */
export interface Consegna {
  readonly id: string;
  readonly receiptId: string;
  readonly idPA: string;
  readonly operazione: "paSendRT" | "paSendRTV2";
  readonly busta: string;
  readonly idStazione: string;
  /** TRATTENUTA: kept aside while the station is in stand-in. */
  readonly stato: "IN_CORSO" | "CONSEGNATA" | "ESAURITA" | "TRATTENUTA";
  readonly esito?: "OK" | "KO";
  readonly faultCode?: string;
  readonly tentativi: number;
  /** Milliseconds since the epoch of the next attempt. */
  readonly prossimo: number;
}
