/** The receipt of pagoPA and the amounts it proves collected, one riscossione per transfer. */
import type { Segnalazione, Soggetto } from "../pendenze/pendenza.ts";
import type { Codifica } from "../valori/codifiche.ts";

/** Delivered by the Node, found on pagoPA by the recovery, uploaded by an operator, made here for a creditor in prova. */
export type Provenienza = "NODO" | "RECUPERO" | "MANUALE" | "PROVA";

export interface Ricevuta {
  readonly versione: number;
  /** Creditor under which it is filed (idPA of the header): a secondary one files its own copy. */
  readonly idDominio: string;
  readonly iuv: string;
  /** receiptId = payment token = IUR of the settlement rows. */
  readonly idRicevuta: string;
  readonly numeroAvviso: string;
  readonly idDominioTitolare: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly ccp?: string;
  readonly primitiva: "paSendRT" | "paSendRTV2" | "paaInviaRT";
  /** How it got here; absent = delivered by the Node. */
  readonly provenienza?: Provenienza;
  /** Of money that does not exist (docs/adr/0051). */
  readonly prova?: true;
  readonly importo: bigint;
  readonly commissioni?: bigint;
  readonly esito: "OK" | "KO";
  readonly idPsp: string;
  readonly denominazionePsp: string;
  readonly idCanale: string;
  readonly descrizioneCanale: string;
  readonly metodoPagamento?: string;
  readonly paymentNote?: string;
  readonly standIn: boolean;
  readonly debitore: Soggetto;
  readonly versante?: Soggetto;
  /** Instants: when the Node delivered it; when the debtor was freed. */
  readonly dataRicezione: string;
  readonly dataPagamento: string;
  readonly dataApplicativa?: string;
  readonly segnalazioni: readonly Segnalazione[];
  /** ctReceipt as JSON: GovPay's `rt.json`. */
  readonly rt: Readonly<Record<string, unknown>>;
  /** Original envelope: gzip+base64 inline, or the key of the document bucket, with its SHA-256. */
  readonly originale: { readonly gzip?: string; readonly chiave?: string; readonly digest: string; readonly codifica?: Codifica };
}

export type TipoRiscossione = "ENTRATA" | "MBT" | "ALTRO_INTERMEDIARIO" | "ENTRATA_PA_NON_INTERMEDIATA";

export interface Riscossione {
  readonly versione: number;
  /** Beneficiary of the transfer. */
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  /** Where the debt is: the creditor that owns the notice. Absent when no debt is known. */
  readonly idDominioTitolare: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idVocePendenza?: string;
  readonly idTipoPendenza?: string;
  /** Of the debt on the day of the payment: what accounting lists and totals select by. */
  readonly idUnitaOperativa?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly tassonomia?: string;
  readonly stato: "RISCOSSA" | "INCASSATA";
  readonly tipo: TipoRiscossione;
  readonly importo: bigint;
  readonly commissioni?: bigint;
  /** Instant of the payment. */
  readonly data: string;
  readonly idRicevuta?: string;
  /** True when it was created from a settlement row, without a receipt. */
  readonly senzaRpt: boolean;
  readonly idRiconciliazione?: string;
  readonly allegato?: string;
  /** Of money that does not exist: no total counts it. */
  readonly prova?: true;
}
