/**
 * Delivery of a flow that was acquired: its rows to one of the applications that have debts in it (API EC, POST /rendicontazioni), or itself to the connector of its
 * creditor (callback v1, POST /flussiRendicontazione).
 */
export interface ChiaveInvio {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
  /** idA2A of the application, or the connector: no idA2A may hold a colon. */
  readonly destinatario: string;
}

/** GovPay's own, in its REST mode. */
export const CONNETTORE_GOVPAY = "connettore:servizioGovPay";

export interface InvioRendicontazioni extends ChiaveInvio {
  readonly versione: number;
  readonly stato: "DA_SPEDIRE" | "SPEDITO" | "ANNULLATO";
  readonly descrizioneStato?: string;
  /** Rows of the flow already looked at, from the first: those of the application among them are delivered, or refused by it. */
  readonly righe: number;
  readonly spedite: number;
  /** Rows that its system said it would never take: they do not stop the others. */
  readonly rifiutate: number;
  /** Failures in a row. */
  readonly tentativi: number;
  readonly data: string;
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
}

/** What the other system meant: taken, never for me, not this row, not now. */
export type EsitoRiga = "presa" | "non-gestita" | "rifiutata" | "rimandata";

const NON_GESTITE: readonly number[] = [404, 405, 501];
/** Refusals that another day, or other credentials, would not give. */
const PASSEGGERE: readonly number[] = [401, 403, 407, 408, 425, 429];

/** @param status absent when nobody answered. */
export function readEsitoRiga(status: number | undefined): EsitoRiga {
  if (status === undefined || status >= 500 || PASSEGGERE.includes(status)) return status === 501 ? "non-gestita" : "rimandata";
  if (status < 300) return "presa";
  return NON_GESTITE.includes(status) ? "non-gestita" : "rifiutata";
}
