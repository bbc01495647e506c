/** What is known of the money of a creditor, as the matching reads it: four kinds of evidence, a person's decisions, and the settings that weigh them. */
import type { Flusso, Rendicontazione } from "../rendicontazioni/flusso.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import type { Movimento } from "../tesoreria/movimento-registrato.ts";

/** Header of a settlement flow: every revision that is known. */
export type FlussoProva = Pick<
  Flusso,
  | "idDominio"
  | "idFlusso"
  | "idPsp"
  | "revisione"
  | "stato"
  | "dataFlusso"
  | "trn"
  | "dataRegolamento"
  | "importoTotale"
  | "ragioneSocialePsp"
  | "idRiconciliazione"
>;

/** Row of a settlement flow, of any revision. */
export type RigaProva = Pick<
  Rendicontazione,
  "idDominio" | "idFlusso" | "idPsp" | "revisione" | "progressivo" | "iuv" | "iur" | "indice" | "importo" | "esito" | "data" | "stato"
>;

/** A transfer of a receipt, or a payment created from a settlement row (senzaRpt). */
export type RiscossioneProva = Pick<
  Riscossione,
  "idDominio" | "iuv" | "iur" | "indice" | "idDominioTitolare" | "tipo" | "importo" | "data" | "senzaRpt"
>;

/** A line of the treasurer. Two keys of its text that begin alike are two readings of one place. */
export type MovimentoProva = Pick<
  Movimento,
  "idDominio" | "id" | "stato" | "segno" | "importo" | "importoStornato" | "dataContabile" | "dataValuta" | "sct" | "ordinante" | "chiavi"
>;

/** The creditor's own system says that a due (IUD) was paid. */
export interface NotificaProva {
  readonly idDominio: string;
  readonly iud: string;
  readonly iuv: string;
  readonly iur?: string;
  readonly indice?: number;
  /** Cents. */
  readonly importo: bigint;
  /** Day. */
  readonly data: string;
}

/** What a movement pays: a flow (whatever its revision), or one transfer credited by itself. */
export type OggettoFlusso = { readonly tipo: "FLUSSO"; readonly idFlusso: string; readonly idPsp: string };
export type OggettoTrasferimento = { readonly tipo: "TRASFERIMENTO"; readonly iuv: string; readonly iur: string; readonly indice: number };
export type OggettoCollegato = OggettoFlusso | OggettoTrasferimento;

/** A person's decision about one movement. Always stronger than what is computed; the revoked ones are not given. */
export type Regola = { readonly id: string; readonly idDominio: string; readonly idMovimento: string } & (
  | {
      readonly decisione: "CONFERMA";
      readonly oggetti: readonly { readonly oggetto: OggettoCollegato; readonly importo: bigint }[];
      /** What is linked is all there will be: the difference is accepted. */
      readonly accettaDifferenza?: boolean;
    }
  | { readonly decisione: "RIFIUTO"; readonly oggetti: readonly OggettoCollegato[] }
  | { readonly decisione: "NON_PAGOPA" }
);

export interface Impostazioni {
  /** Cents that a credit may differ by from what it pays; a credit within it is linked, and says so. */
  readonly tolleranza: bigint;
  /** Days, before and after the settlement date, within which a credit is expected. */
  readonly giorniFinestra: number;
  /** The creditor's system notifies what it knows to be paid: only then a missing notification means something. */
  readonly enteNotifica: boolean;
  /** Days after which what is missing becomes an anomaly: the flow after the payment, the credit after the settlement, the receipt after the row. */
  readonly giorniAttesaFlusso: number;
  readonly giorniAttesaAccredito: number;
  readonly giorniAttesaRicevuta: number;
}

/** SACI: the flow by D+2, replaced until D+4, the money on D+1. */
export const IMPOSTAZIONI_PREDEFINITE: Impostazioni = {
  tolleranza: 0n,
  giorniFinestra: 10,
  enteNotifica: false,
  giorniAttesaFlusso: 5,
  giorniAttesaAccredito: 5,
  giorniAttesaRicevuta: 1,
};

/** Evidence of the money: enough to decide what each movement pays. Rows and collected amounts only of the codes that the movements name. */
export interface EvidenzeDenaro {
  readonly flussi: readonly FlussoProva[];
  readonly movimenti: readonly MovimentoProva[];
  readonly riscossioni: readonly RiscossioneProva[];
  readonly righe: readonly RigaProva[];
  /** Normalised ids of flows named by the movements that belong to another creditor. */
  readonly flussiDiAltri?: readonly string[];
  /** Flows found by amount and date alone, for movements that name nothing known: they can only be proposed. */
  readonly flussiPossibili?: readonly { readonly flusso: FlussoProva; readonly collegato: bigint }[];
}

/** Evidence of one payment code of one creditor: enough to label its transfers, once it is known what the money says of the flows. */
export interface EvidenzePosizione {
  readonly idDominio: string;
  readonly iuv: string;
  readonly riscossioni: readonly RiscossioneProva[];
  readonly righe: readonly RigaProva[];
  readonly notifiche: readonly NotificaProva[];
}
