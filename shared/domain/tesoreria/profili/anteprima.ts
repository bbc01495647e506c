/** What a file would give by a profile, before anybody loads it. */
import type { RigaLetta, RigaScartata, TotaleDichiarato } from "../movimento.ts";
import type { RegoleLettura, TipoTabella } from "./profilo.ts";

export interface RichiestaAnteprima {
  readonly idDominio: string;
  readonly byte: Uint8Array;
  readonly profilo?: string;
  readonly regole?: RegoleLettura;
}

export interface Corrispondenza {
  readonly esito: "FLUSSO" | "PAGAMENTO" | "NESSUNA";
  readonly idFlusso?: string;
  readonly idPsp?: string;
  readonly iuv?: string;
  readonly motivo: string;
}

export interface RigaInAnteprima {
  readonly riga: RigaLetta;
  readonly corrispondenza: Corrispondenza;
}

export interface Anteprima {
  readonly tipoFile: TipoTabella;
  readonly profilo?: string;
  readonly indovinato: boolean;
  readonly regole: RegoleLettura;
  readonly conto?: string;
  readonly righeLette: number;
  readonly righeScartate: number;
  /** Cents. */
  readonly totaleEntrate: bigint;
  readonly totaleUscite: bigint;
  readonly righe: readonly RigaInAnteprima[];
  readonly scarti: readonly RigaScartata[];
  readonly totaliErrati: readonly TotaleDichiarato[];
  readonly segnalazioni: readonly string[];
  readonly rifiuto?: string;
}
