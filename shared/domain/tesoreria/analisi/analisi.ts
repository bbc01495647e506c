/** What somebody asks of a credit ("che cosa c'è in questo sospeso?") and what is answered. */
import type { Flusso } from "../../rendicontazioni/flusso.ts";
import type { CausaleLetta } from "../causali/leggi.ts";
import type { Movimento } from "../movimento-registrato.ts";
import type { PagamentoContenuto, Totali } from "./contenuto.ts";
import type { Spiegazione } from "./spiegazioni.ts";

export interface Contenuto {
  readonly pagamenti: readonly PagamentoContenuto[];
  readonly totali: Totali;
  readonly datiMascherati: boolean;
  readonly righeTotali: number;
  /** First row not examined. */
  readonly prossimaRiga?: number;
  readonly spiegazioni: readonly Spiegazione[];
}

export interface RichiestaAnalisi {
  readonly idDominio: string;
  /** One of the three: the bank's text, a movement, the treasurer's provisional number. */
  readonly testo?: string;
  readonly idMovimento?: string;
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  /** Cents. */
  readonly importo?: bigint;
  readonly dataValuta?: string;
  /** First row to examine, from 1. */
  readonly daRiga: number;
}

/**
 * TROVATO: the content is known and is worth the amount. IMPORTO_DIVERSO: known, and worth another. DA_SCEGLIERE: several it might be. NON_PAGOPA: somebody, or its
 * form, says that it is no money of pagoPA. NON_TROVATO: none of these, and why.
 */
export type EsitoAnalisi = "TROVATO" | "IMPORTO_DIVERSO" | "DA_SCEGLIERE" | "NON_TROVATO" | "NON_PAGOPA";

export interface Analisi extends Contenuto {
  readonly idDominio: string;
  readonly esito: EsitoAnalisi;
  readonly movimento?: Movimento;
  readonly letta: CausaleLetta;
  /** Cents: of the credit, and of what was found inside it. */
  readonly importo?: bigint;
  readonly importoTrovato: bigint;
  readonly flussi: readonly Flusso[];
  readonly candidati: readonly Flusso[];
}
