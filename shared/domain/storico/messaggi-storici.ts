/** The messages of the legacy family between the Node and us (PaPerNodoPagamentoPsp.wsdl, PaPerNodo.wsdl), as values: names of the WSDL, amounts in cents. */
import type { Esito } from "../esito.ts";
import type { FaultPa, Testata } from "../pagamenti/messaggi-nodo.ts";
import type { EnteBeneficiario } from "./rpt.ts";
import type { Rt } from "./rt.ts";
import type { SoggettoStorico } from "./soggetti.ts";

/** SOAP header intestazionePPT: who, whose, and which payment. */
export interface IntestazionePpt {
  readonly identificativoIntermediarioPA: string;
  readonly identificativoStazioneIntermediarioPA: string;
  readonly identificativoDominio: string;
  readonly identificativoUnivocoVersamento: string;
  /** Given by the PSP; the payment token when the payment is of the modern family. */
  readonly codiceContestoPagamento: string;
}

export interface CorpoVerificaRpt {
  readonly identificativoPSP: string;
}

export interface DatiPagamentoPsp {
  readonly importoSingoloVersamento: bigint;
  readonly ibanAppoggio?: string;
  readonly bicAppoggio?: string;
  readonly soggettoVersante?: SoggettoStorico<"Versante">;
  readonly ibanAddebito?: string;
  readonly bicAddebito?: string;
  readonly soggettoPagatore?: SoggettoStorico<"Pagatore">;
}

export interface CorpoAttivaRpt {
  readonly identificativoPSP: string;
  readonly datiPagamentoPSP: DatiPagamentoPsp;
  readonly identificativoIntermediarioPSP: string;
  readonly identificativoCanalePSP: string;
}

export interface CorpoInviaRt {
  /** "0" = unsigned, the only kind since 2016. */
  readonly tipoFirma: string;
  /** Already out of its base64 and read. */
  readonly rt: Rt;
}

export interface CorpiStorici {
  readonly paaVerificaRPT: CorpoVerificaRpt;
  readonly paaAttivaRPT: CorpoAttivaRpt;
  readonly paaInviaRT: CorpoInviaRt;
}
export type NomePrimitivaStorica = keyof CorpiStorici;

/** datiPagamentoPA of the answers of paaVerificaRPT and paaAttivaRPT: one item only, never a stamp. */
export interface DatiPagamentoPa {
  readonly importoSingoloVersamento: bigint;
  readonly ibanAccredito: string;
  readonly bicAccredito?: string;
  readonly enteBeneficiario: EnteBeneficiario;
  readonly causaleVersamento: string;
}

export interface RisposteStoriche {
  readonly paaVerificaRPT: DatiPagamentoPa;
  readonly paaAttivaRPT: DatiPagamentoPa;
  readonly paaInviaRT: undefined;
}

export type EsitoStorico<P extends NomePrimitivaStorica> = Esito<RisposteStoriche[P], FaultPa>;

/** The header in the words of paForNode, on which domain, broker and station are judged. */
export const toTestata = (intestazione: IntestazionePpt): Testata => ({
  idPA: intestazione.identificativoDominio,
  idBrokerPA: intestazione.identificativoIntermediarioPA,
  idStation: intestazione.identificativoStazioneIntermediarioPA,
});
