/** Names that only one reconciliation may hold: of the flow it explains, of the single transfer. */

export const chiaveFlussoRiconciliato = (f: { readonly idDominio: string; readonly idFlusso: string; readonly idPsp: string }): string =>
  `${f.idDominio}#${f.idFlusso}#${f.idPsp}`;

export const chiaveTrasferimentoRiconciliato = (t: {
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
}): string => `${t.idDominio}#${t.iuv}#${t.iur}#${t.indice}`;

/** Reconciliations that follow from the treasury's movements, not asked by a caller. */
export const PREFISSO_AUTOMATICA = "TES-";

/** The money of the flow was told by the creditor's accounting system, that reconciled it by itself. */
export const isRiconciliatoDaChiamante = ({ idRiconciliazione }: { readonly idRiconciliazione?: string }): boolean =>
  idRiconciliazione !== undefined && !idRiconciliazione.startsWith(PREFISSO_AUTOMATICA);
