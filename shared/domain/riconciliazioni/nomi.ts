/** Names that only one reconciliation may hold: of the flow it explains, of the single transfer. */

export const chiaveFlussoRiconciliato = (f: { readonly idDominio: string; readonly idFlusso: string; readonly idPsp: string }): string =>
  `${f.idDominio}#${f.idFlusso}#${f.idPsp}`;

export const chiaveTrasferimentoRiconciliato = (t: {
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
}): string => `${t.idDominio}#${t.iuv}#${t.iur}#${t.indice}`;
