/** A reminder to the debtor: of a notice, of its expiry, of a receipt (reference 3.14). */
export type TipoPromemoria = "AVVISO_PAGAMENTO" | "SCADENZA_AVVISO_PAGAMENTO" | "RICEVUTA_TELEMATICA";
export type StatoPromemoria = "DA_SPEDIRE" | "SPEDITO" | "ANNULLATO" | "FALLITO";

export interface Promemoria {
  readonly versione: number;
  readonly id: string;
  readonly idDominio: string;
  readonly iuv: string;
  readonly tipo: TipoPromemoria;
  readonly stato: StatoPromemoria;
  readonly descrizioneStato?: string;
  readonly tentativi: number;
  readonly data: string;
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
}
