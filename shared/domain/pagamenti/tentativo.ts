/** A payment attempt (GovPay's RPP): born with paGetPayment, closed by the receipt. Superseded and expired attempts are derived from time, not written. */
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
