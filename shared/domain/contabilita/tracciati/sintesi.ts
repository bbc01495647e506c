/** The daily summaries of the connector of a creditor (callback v1): which layout makes the file of each content. */
import type { ContenutoGovPay } from "../../anagrafiche/connettore-govpay.ts";
import type { NomePredefinito } from "./nomi-predefiniti.ts";

export type ContenutoSintesi = Extract<ContenutoGovPay, "SINTESI_PAGAMENTI" | "SINTESI_FLUSSI_RENDICONTAZIONE">;

export interface Sintesi {
  readonly contenuto: ContenutoSintesi;
  /** The layout. */
  readonly tracciato: NomePredefinito;
  /** What the names of its runs begin with. */
  readonly prefisso: string;
}

const PAGAMENTI: Sintesi = { contenuto: "SINTESI_PAGAMENTI", tracciato: "govpay-rendicontazione", prefisso: "sintesi-pagamenti" };
const FLUSSI: Sintesi = {
  contenuto: "SINTESI_FLUSSI_RENDICONTAZIONE",
  tracciato: "govpay-flussi-rendicontazione",
  prefisso: "sintesi-flussi",
};

export const SINTESI: readonly Sintesi[] = [PAGAMENTI, FLUSSI];

/** The content of a file to be sent to the connector. */
export const contenutoSintesi = (tracciato: string): ContenutoSintesi => (tracciato === FLUSSI.tracciato ? FLUSSI : PAGAMENTI).contenuto;
