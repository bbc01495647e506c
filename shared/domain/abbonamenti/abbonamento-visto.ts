/** A subscription as who manages it is shown it, and what may be asked of it. */
import type { Abbonamento } from "./abbonamento.ts";
import type { Seguito } from "./seguito.ts";

export interface AbbonamentoVisto {
  readonly abbonamento: Abbonamento;
  readonly seguito?: Seguito;
  /** Shown once, when it is made. */
  readonly segreto?: string;
}

export type AzioneAbbonamento =
  | { readonly azione: "PROVA" | "SOSPENDI" | "RIPRENDI" | "RUOTA_SEGRETO" | "REVOCA_SEGRETO_PRECEDENTE" }
  | { readonly azione: "RIPETI"; readonly consegne: readonly { readonly oggetto: string; readonly idAnnuncio: string }[] }
  | { readonly azione: "RIPETI_DAL"; readonly da: string; readonly a: string };
