/** The printed receipt (quietanza) as a port: what the citizen keeps of a payment. It proves nothing by itself: the original of the Node does. */
import type { DebitoreDaStampare, EnteDaStampare } from "./stampa-avviso.ts";

export interface RigaRicevuta {
  readonly descrizione: string;
  /** Cents. */
  readonly importo: bigint;
  /** Fiscal code of the beneficiary. */
  readonly beneficiario: string;
}

export interface RicevutaDaStampare {
  readonly ente: EnteDaStampare;
  readonly debitore: DebitoreDaStampare;
  /** Who paid, when it is somebody else. */
  readonly versante?: DebitoreDaStampare | undefined;
  /** False: the receipt says that the payment was not made. */
  readonly eseguito: boolean;
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
}

export interface StampaRicevuta {
  /** Answers the bytes of an A4 PDF/UA document: same receipt, same bytes. Fails only for bugs. */
  render(ricevuta: RicevutaDaStampare): Promise<Uint8Array>;
}
