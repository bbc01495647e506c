/** A portal payment: 1..5 debts sent together to Checkout, or to the legacy Node. Its id is also the idCart, by which the receipts find it, and the idSession of GovPay. */
import type { Soggetto } from "../pendenze/pendenza.ts";
import type { StatoPagamento } from "./stati-pagamento.ts";

export interface PosizionePagata {
  readonly idDominio: string;
  readonly iuv: string;
  readonly numeroAvviso: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly causale: string;
  readonly importo: bigint;
  /** Of the debt when the payment was started: who may see it, and by what it is searched. */
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  readonly idDebitore?: string;
  /** NON_ESEGUITO only in the legacy family: the modern one never tells of a failed payment. */
  readonly esito: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO";
}

export interface NotaPagamento {
  readonly data: string;
  readonly autore: string;
  readonly oggetto: string;
  readonly testo: string;
}

export interface Pagamento {
  readonly versione: number;
  readonly id: string;
  readonly idA2A: string;
  readonly nome: string;
  readonly stato: StatoPagamento;
  readonly descrizioneStato?: string;
  readonly importo: bigint;
  readonly dataRichiesta: string;
  readonly idSessionePortale?: string;
  readonly urlRitorno?: string;
  readonly pspRedirectUrl?: string;
  readonly soggettoVersante?: Soggetto;
  readonly posizioni: readonly PosizionePagata[];
  /** Absent = through Checkout. */
  readonly modello?: "Pagamento ad iniziativa Ente";
  /** How bad a failed start was, 1 to 5 (reference 2.17); absent = it did not fail. */
  readonly severita?: number;
  /** An operator has examined it. */
  readonly verificato?: boolean;
  readonly note?: readonly NotaPagamento[];
  /** Of debts of a creditor in prova: nobody pays, pagoPA knows nothing of it. */
  readonly prova?: true;
  /** Session of the page of WISP, by which the person's browser comes back. */
  readonly idSessionePsp?: string;
}
