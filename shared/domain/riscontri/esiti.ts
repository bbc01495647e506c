/** What the matching concludes: links, proposals, and of each flow, movement and transfer its labels. All of it is recomputed, nothing of it is a decision. */
import type { CodiceCausa } from "./cause.ts";
import type { Etichetta } from "./etichette.ts";
import type { OggettoCollegato, OggettoFlusso, OggettoTrasferimento } from "./evidenze.ts";
import type { Motivo } from "./motivi.ts";

/** Part of a movement that pays an object. The links of a movement never exceed it, those of an object never exceed what is due. */
export interface Collegamento {
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly oggetto: OggettoCollegato;
  /** Of a single transfer, the flow in force that reports it: its money is in the bank without it. */
  readonly flusso?: OggettoFlusso;
  /** Cents. */
  readonly importo: bigint;
  /** CONFERMATO: a person said so. */
  readonly origine: "AUTOMATICO" | "CONFERMATO";
  readonly idRegola?: string;
  /** 0–100. */
  readonly fiducia: number;
  readonly motivi: readonly Motivo[];
  /** Italian. */
  readonly frase: string;
}

/** A way to explain a movement that only a person may accept: all its links together. The best comes first. */
export interface Proposta {
  readonly idDominio: string;
  readonly idMovimento: string;
  /** Stable name of the hypothesis within its movement. */
  readonly chiave: string;
  readonly oggetti: readonly { readonly oggetto: OggettoCollegato; readonly importo: bigint }[];
  readonly fiducia: number;
  readonly motivi: readonly Motivo[];
  readonly frase: string;
}

/**
 * COPERTO: the money is there to the cent. IN_TOLLERANZA: there, but for a difference that the settings allow. PARZIALE: less than due.
 * ECCEDENTE: more than due. Only the first two may be reconciled without a person.
 */
export type Copertura = "NESSUNA" | "PARZIALE" | "COPERTO" | "IN_TOLLERANZA" | "ECCEDENTE";

export interface EsitoFlusso extends Omit<OggettoFlusso, "tipo"> {
  readonly idDominio: string;
  /** The revision in force. */
  readonly revisione: number;
  readonly copertura: Copertura;
  readonly importo: bigint;
  readonly importoCollegato: bigint;
  /** Money received less money due, in cents. */
  readonly differenza: bigint;
  readonly etichette: readonly Etichetta[];
  readonly idMovimenti: readonly string[];
}

/** ABBINATO: explained to the cent (or within the tolerance). PARZIALE: explained in part. DA_CONFERMARE: there are proposals. ESCLUSO: no money, or declared not pagoPA. */
export type StatoAbbinamento = "ABBINATO" | "PARZIALE" | "DA_CONFERMARE" | "NON_ABBINATO" | "ESCLUSO";

export interface EsitoMovimento {
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly stato: StatoAbbinamento;
  readonly importoCollegato: bigint;
  /** Cents that nothing explains. */
  readonly residuo: bigint;
  readonly etichette: readonly Etichetta[];
  /** Flows that it names, may name, or whose payments it names: when one of them changes, the movement is to be looked at again. */
  readonly flussi: readonly OggettoFlusso[];
}

export type SoggettoAnomalia = OggettoFlusso | { readonly tipo: "MOVIMENTO"; readonly idMovimento: string } | OggettoTrasferimento;

/** Something that does not add up, or a fact worth knowing, with its cause. */
export interface AnomaliaRiscontro {
  readonly idDominio: string;
  readonly soggetto: SoggettoAnomalia;
  readonly codice: CodiceCausa;
  /** Cents, where there is one. */
  readonly importo?: bigint;
  readonly importoAtteso?: bigint;
  /** Day from which it is worth somebody's time: before it, what is missing may still come. Absent = at once. */
  readonly dal?: string;
  /** Day of the fact. */
  readonly giorno?: string;
  /** Italian, at most 500 characters. */
  readonly frase: string;
}

export interface EsitoDenaro {
  readonly collegamenti: readonly Collegamento[];
  readonly proposte: readonly Proposta[];
  readonly flussi: readonly EsitoFlusso[];
  readonly movimenti: readonly EsitoMovimento[];
  readonly anomalie: readonly AnomaliaRiscontro[];
}

/** How far the money of a transfer has come (the reduction of the labels that accounting uses). */
export type Avanzamento = "NON_PAGATO" | "PAGATO" | "RENDICONTATO" | "INCASSATO";

/** BOLLO and ALTRO_BENEFICIARIO never reach the creditor's account. NON_MIO: of a notice issued by another intermediary. */
export type Qualifica = "BOLLO" | "ALTRO_BENEFICIARIO" | "NON_MIO" | "SENZA_RICEVUTA" | "STAND_IN" | "REVOCATO";

export interface EsitoTrasferimento extends Omit<OggettoTrasferimento, "tipo"> {
  readonly idDominio: string;
  /** Cents: of the receipt, else of the row, else of the notification. */
  readonly importo: bigint;
  readonly etichette: readonly Etichetta[];
  readonly avanzamento: Avanzamento;
  readonly qualifiche: readonly Qualifica[];
  /** The flow that reports it. */
  readonly flusso?: Omit<OggettoFlusso, "tipo"> & { readonly revisione: number };
  /** The movements that pay it, through its flow or by itself. */
  readonly idMovimenti: readonly string[];
}

export interface EsitoPosizione {
  readonly trasferimenti: readonly EsitoTrasferimento[];
  readonly anomalie: readonly AnomaliaRiscontro[];
}
