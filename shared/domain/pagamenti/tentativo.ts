/** A payment attempt (GovPay's RPP): born with paGetPayment, closed by the receipt. Superseded and expired attempts are derived from time, not written. */
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { StatoTentativo } from "./stati-tentativo.ts";

export interface Tentativo {
  readonly versione: number;
  readonly idDominio: string;
  readonly iuv: string;
  readonly numeroAvviso: string;
  /** Ours until the receipt comes, then also reachable as the receipt's id. */
  readonly ccp: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  /** Of the debt, so that a list of attempts follows the rule of the debts; the debtor is that of the day. */
  readonly idTipoPendenza: string;
  readonly idUnitaOperativa?: string;
  readonly idDebitore: string;
  readonly stato: StatoTentativo;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Instant of paGetPayment. */
  readonly dataRichiesta: string;
  readonly importo: bigint;
  readonly idStazione: string;
  /** Portal payment this attempt belongs to (Checkout's idCart comes back as paymentNote). */
  readonly idPagamento?: string;
  readonly idRicevuta?: string;
  readonly dataRicevuta?: string;
  /** The answer given to the Node, as JSON: GovPay's `rpt`. */
  readonly rpt: Readonly<Record<string, unknown>>;
  readonly tipoRpt: "ctPaymentPA" | "ctPaymentPAV2";
}

/** What an attempt takes from its debt when it is born. */
export const riferimentiPendenza = (pendenza: Pendenza) => {
  const { idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza, idUnitaOperativa, debitore } = pendenza;
  return {
    ...{ idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza },
    ...(idUnitaOperativa !== undefined && { idUnitaOperativa }),
    idDebitore: debitore.identificativo,
  };
};
