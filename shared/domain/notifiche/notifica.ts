/** Delivery of a receipt to the creditor's application. */
export interface Notifica {
  readonly versione: number;
  readonly idDominio: string;
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly idA2A: string;
  readonly tipo: "RICEVUTA";
  readonly stato: "DA_SPEDIRE" | "SPEDITA" | "ANNULLATA";
  readonly descrizioneStato?: string;
  readonly tentativi: number;
  readonly data: string;
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
}
