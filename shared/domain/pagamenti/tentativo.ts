/** A payment attempt (GovPay's RPP): born with paGetPayment or with an RPT, closed by the receipt. Superseded and expired attempts are derived from time, not written. */
import { definiti } from "../definiti.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { CodiceEsito } from "../storico/rt.ts";
import type { StatoTentativo } from "./stati-tentativo.ts";

export interface Tentativo {
  readonly versione: number;
  readonly idDominio: string;
  readonly iuv: string;
  readonly numeroAvviso: string;
  /** Ours until the receipt comes, then also reachable as the receipt's id. In the legacy family, the payment context of the PSP or of our RPT. */
  readonly ccp: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  /** Of the debt, so that a list of attempts follows the rule of the debts; the debtor is that of the day. */
  readonly idTipoPendenza: string;
  readonly idUnitaOperativa?: string;
  readonly idDebitore: string;
  readonly anagraficaDebitore?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly tassonomia?: string;
  /** Absent = yes: while it is open, a legacy attempt keeps others from starting. */
  readonly bloccante?: boolean;
  readonly stato: StatoTentativo;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Instant of paGetPayment, of paaAttivaRPT or of the RPT. */
  readonly dataRichiesta: string;
  readonly importo: bigint;
  readonly idStazione: string;
  /** Portal payment this attempt belongs to (Checkout's idCart comes back as paymentNote). */
  readonly idPagamento?: string;
  readonly idRicevuta?: string;
  readonly dataRicevuta?: string;
  /** The answer given to the Node, or the RPT sent to it, as JSON: GovPay's `rpt`. */
  readonly rpt: Readonly<Record<string, unknown>>;
  readonly tipoRpt: "ctPaymentPA" | "ctPaymentPAV2" | "RPT";
  /** Legacy family: the items asked, one for each row of the RPT (`indice` of the voce). */
  readonly voci?: readonly number[];
  /** Legacy family: outcome of the RT (codiceEsitoPagamento); 1 and 3 leave the debt payable. */
  readonly codiceEsito?: CodiceEsito;
  /** Legacy family: PSP through which the RPT goes; absent in payments on WISP, which have a fixed one. */
  readonly canale?: { readonly idPsp: string; readonly idIntermediarioPsp: string; readonly idCanale: string };
  readonly prova?: true;
}

/** What an attempt takes from its debt when it is born. */
export const riferimentiPendenza = (pendenza: Pendenza) => {
  const { idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza, debitore } = pendenza;
  const { idUnitaOperativa, direzione, divisione, tassonomia, prova } = pendenza;
  return {
    ...{ idDominio, iuv, numeroAvviso, idA2A, idPendenza, idTipoPendenza },
    ...definiti({ idUnitaOperativa, direzione, divisione, tassonomia, prova }),
    idDebitore: debitore.identificativo,
    anagraficaDebitore: debitore.anagrafica,
  };
};
