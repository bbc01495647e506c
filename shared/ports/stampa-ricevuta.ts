/** The printed receipt (quietanza) as a port: what the citizen keeps of a payment. It proves nothing by itself: the original of the Node does. */
import type { DebitoreDaStampare, EnteDaStampare, LinguaSecondaria } from "./stampa-avviso.ts";

export interface RigaRicevuta {
  readonly descrizione: string;
  /** Cents. */
  readonly importo: bigint;
  /** Fiscal code of the beneficiary. */
  readonly beneficiario: string;
  /** Name of the beneficiary, where the receipt has it. */
  readonly denominazione?: string | undefined;
}

/** A file inside the printed document: the digital stamp that was paid for, as the PSP issued it. */
export interface AllegatoRicevuta {
  readonly nome: string;
  readonly contenuto: Uint8Array;
}

export interface RicevutaDaStampare {
  readonly ente: EnteDaStampare;
  readonly debitore: DebitoreDaStampare;
  /** Who paid, when it is somebody else. */
  readonly versante?: DebitoreDaStampare | undefined;
  /** False: the receipt says that the payment was not made. */
  readonly eseguito: boolean;
  /** True: only some of the rows were paid (legacy receipts). */
  readonly parziale?: boolean | undefined;
  readonly causale: string;
  readonly numeroAvviso: string;
  readonly iuv: string;
  /** receiptId of the Node, which is also the IUR of the settlement rows. */
  readonly idRicevuta: string;
  /** Instants. */
  readonly dataPagamento: string;
  readonly dataRicezione: string;
  /** Cents; the fee of the PSP is on top of the amount. */
  readonly importo: bigint;
  readonly commissioni?: bigint | undefined;
  readonly psp: string;
  readonly canale?: string | undefined;
  readonly metodo?: string | undefined;
  readonly righe: readonly RigaRicevuta[];
  /** What the creditor attached to the payment, in its order. */
  readonly metadati?: readonly { readonly nome: string; readonly valore: string }[] | undefined;
  readonly allegati?: readonly AllegatoRicevuta[] | undefined;
  readonly linguaSecondaria?: LinguaSecondaria | undefined;
  /** The causale in the second language. */
  readonly causaleSecondaria?: string | undefined;
  /** There is no receipt: what proves the payment is a row of this flow, which knows the day and not the hour. */
  readonly attestazione?: { readonly idFlusso: string } | undefined;
  /** Of money that does not exist: said across every sheet. */
  readonly prova?: true;
}

export interface StampaRicevuta {
  /** Answers the bytes of an A4 PDF/UA document: same receipt, same bytes. Fails only for bugs. */
  render(ricevuta: RicevutaDaStampare): Promise<Uint8Array>;
  /** The same receipts one after the other in one document. @param dataStampa instant written as its creation date. */
  renderUnite(ricevute: readonly RicevutaDaStampare[], dataStampa: string): Promise<Uint8Array>;
}
