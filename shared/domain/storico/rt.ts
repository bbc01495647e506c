/** The receipt of the legacy family (RT 6.2): names as in PagInf_RPT_RT_6_2_0.xsd, amounts in cents, days as written, instants in UTC. */
import type { EnteBeneficiario } from "./rpt.ts";
import type { IdentificativoUnivoco, SoggettoStorico } from "./soggetti.ts";

/** 0 paid, 1 not paid, 2 paid in part, 3 terms expired, 4 terms expired in part (pagopa.md 2.1). */
export const CODICI_ESITO = ["0", "1", "2", "3", "4"] as const;
export type CodiceEsito = (typeof CODICI_ESITO)[number];

export interface IstitutoAttestante {
  readonly identificativoUnivocoAttestante: IdentificativoUnivoco<"G" | "A" | "B">;
  readonly denominazioneAttestante: string;
  readonly codiceUnitOperAttestante?: string;
  readonly denomUnitOperAttestante?: string;
  readonly indirizzoAttestante?: string;
  readonly civicoAttestante?: string;
  readonly capAttestante?: string;
  readonly localitaAttestante?: string;
  readonly provinciaAttestante?: string;
  readonly nazioneAttestante?: string;
}

export interface SingoloPagamento {
  /** Cents; zero for a row that was not paid. */
  readonly singoloImportoPagato: bigint;
  readonly esitoSingoloPagamento?: string;
  readonly dataEsitoSingoloPagamento: string;
  /** IUR: the same of the settlement row; "n/a" for a row that was not paid. */
  readonly identificativoUnivocoRiscossione: string;
  readonly causaleVersamento: string;
  readonly datiSpecificiRiscossione: string;
  readonly commissioniApplicatePSP?: bigint;
  readonly commissioniApplicatePA?: bigint;
  readonly allegatoRicevuta?: { readonly tipoAllegatoRicevuta: "ES" | "BD"; readonly testoAllegato: string };
}

export interface DatiPagamentoRt {
  readonly codiceEsitoPagamento: CodiceEsito;
  readonly importoTotalePagato: bigint;
  readonly identificativoUnivocoVersamento: string;
  /** With a capital C in the RT only. */
  readonly CodiceContestoPagamento: string;
  /** 0..5 rows, in the order of the RPT. */
  readonly datiSingoloPagamento: readonly SingoloPagamento[];
}

export interface Rt {
  readonly versioneOggetto: string;
  readonly dominio: { readonly identificativoDominio: string; readonly identificativoStazioneRichiedente?: string };
  readonly identificativoMessaggioRicevuta: string;
  readonly dataOraMessaggioRicevuta: string;
  readonly riferimentoMessaggioRichiesta: string;
  readonly riferimentoDataRichiesta: string;
  readonly istitutoAttestante: IstitutoAttestante;
  readonly enteBeneficiario: EnteBeneficiario;
  readonly soggettoVersante?: SoggettoStorico<"Versante">;
  readonly soggettoPagatore: SoggettoStorico<"Pagatore">;
  readonly datiPagamento: DatiPagamentoRt;
}
