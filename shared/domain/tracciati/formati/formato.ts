/** What every layout of a bulk file gives: how its header is recognised and what each row asks for. */
import type { Creditore } from "../../anagrafiche/creditore.ts";
import type { Esito } from "../../esito.ts";
import type { Separatore } from "../csv.ts";

export type NomeFormato = "govpay" | "mypay" | "piattaforma-unitaria" | "modello" | "json";

/** How a CSV is read, decided on its header and kept with the batch: a resumed reading must not change its mind. */
export interface DialettoCsv {
  readonly formato: NomeFormato;
  /** `1.0`…`1.4`, `2.0`; empty where there is only one. */
  readonly versioneFormato: string;
  readonly separatore: Separatore;
  readonly colonne: readonly string[];
  /** The header as it was written, for the file of the refused rows; empty when the file had none. */
  readonly intestazione: string;
  /** Position of the first row. */
  readonly inizio: number;
}

/** What the batch knows and a row may leave out. */
export interface ContestoRiga {
  readonly idDominio?: string;
  readonly idTipoPendenza?: string;
  readonly idA2A?: string;
  /** Gives the digits that precede an IUV in its notice number. */
  readonly creditore?: Creditore;
  /** Today, Europe/Rome. */
  readonly oggi: string;
}

/** I = only if new, M = only if known, absent = insert or update. */
export type AzioneRiga = "I" | "M";

export type OperazioneRiga =
  | {
      readonly tipo: "ADD";
      readonly azione?: AzioneRiga;
      readonly idA2A: string;
      readonly idPendenza: string;
      /** Body of a PUT, still to be read by the contract. */
      readonly corpo: Readonly<Record<string, unknown>>;
      readonly dataAvvisatura?: string;
    }
  | { readonly tipo: "DEL"; readonly idA2A: string; readonly idPendenza: string; readonly motivo: string };

export type LeggiRiga = (valori: readonly string[], contesto: ContestoRiga) => Esito<OperazioneRiga>;
