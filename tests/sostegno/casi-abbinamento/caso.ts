import type { EvidenzeDenaro, Impostazioni, OggettoCollegato, Regola } from "../../../shared/domain/riscontri/evidenze.ts";
import { causaleFlusso, idFlussoProva, PSP_PROVA } from "../riscontri.ts";

export interface Caso {
  readonly evidenze: Partial<EvidenzeDenaro>;
  readonly regole?: readonly Regola[];
  readonly impostazioni?: Partial<Impostazioni>;
  /** movement→object amount. */
  readonly collegati: readonly string[];
  /** flow: coverage. */
  readonly flussi?: readonly string[];
  readonly movimenti: readonly string[];
  readonly anomalie?: readonly string[];
  readonly proposte?: readonly string[];
}

export const cita = (n: number, altro = ""): string => `${causaleFlusso(n)}${altro}`;
export const f = (n: number): OggettoCollegato => ({ tipo: "FLUSSO", idFlusso: idFlussoProva(n), idPsp: PSP_PROVA });
export const conferma = (idMovimento: string, n: number, importo: bigint, altro = {}): Regola => ({
  id: `R-${idMovimento}-${n}`,
  idDominio: "12345678901",
  idMovimento,
  decisione: "CONFERMA",
  oggetti: [{ oggetto: f(n), importo }],
  ...altro,
});
export const rifiuto = (idMovimento: string, n: number): Regola => ({
  id: `N-${idMovimento}-${n}`,
  idDominio: "12345678901",
  idMovimento,
  decisione: "RIFIUTO",
  oggetti: [f(n)],
});
