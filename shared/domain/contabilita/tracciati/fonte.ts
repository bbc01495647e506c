/** What a source of a layout is, and what it reads: a row with what surrounds it, and the file that is being made. */
import type { TipoColonna, Valore } from "../../esportazioni/tabelle.ts";
import type { EntrataPrevista } from "../../rendicontazioni/entrata-prevista.ts";
import type { Flusso, Rendicontazione } from "../../rendicontazioni/flusso.ts";
import type { Accertamento } from "../accertamenti.ts";
import type { RigaContabile } from "../riga-contabile.ts";

/** Where a row comes from: an amount with its quotes (or one of them), a row of a flow, or a total. */
export interface ContestoRiga {
  readonly entrata?: EntrataPrevista;
  readonly quote: readonly RigaContabile[];
  readonly rendicontata?: { readonly flusso: Flusso; readonly riga: Rendicontazione };
  readonly accertamento?: Accertamento;
  /** From 1. */
  readonly numero: number;
}

export interface ContestoFile {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  /** As the creditor's connector SECIM has them. */
  readonly secim: { readonly codiceCliente?: string; readonly codiceIstituto?: string };
  /** Days. */
  readonly da: string;
  readonly a: string;
  /** Instant. */
  readonly creato: string;
  /** So far: of the whole file, at its end. */
  readonly righe: number;
  readonly importo: bigint;
}

export interface Fonte {
  readonly tipo: TipoColonna;
  of(riga: ContestoRiga, file: ContestoFile, numeroQuota: number): Valore;
}

type DiEntrata = (entrata: EntrataPrevista, riga: ContestoRiga) => Valore;
type DiQuota = (quota: NonNullable<RigaContabile["quota"]>) => Valore;

export const fonte = (tipo: TipoColonna, of: DiEntrata): Fonte => ({ tipo, of: (riga) => riga.entrata && of(riga.entrata, riga) });

export const diQuota = (tipo: TipoColonna, of: DiQuota): Fonte => ({
  tipo,
  of: ({ quote }, _file, numero) => {
    const quota = quote[numero - 1]?.quota;
    return quota && of(quota);
  },
});

export const diFlusso = (tipo: TipoColonna, of: (flusso: Flusso) => Valore): Fonte => ({
  tipo,
  of: ({ rendicontata, entrata }) => {
    const flusso = rendicontata?.flusso ?? entrata?.flusso;
    return flusso && of(flusso);
  },
});

export const diRendicontazione = (tipo: TipoColonna, of: (riga: Rendicontazione) => Valore): Fonte => ({
  tipo,
  of: ({ rendicontata }) => rendicontata && of(rendicontata.riga),
});

export const diTotale = (tipo: TipoColonna, of: (accertamento: Accertamento) => Valore): Fonte => ({
  tipo,
  of: ({ accertamento }) => accertamento && of(accertamento),
});

export const diFile = (tipo: TipoColonna, of: (file: ContestoFile) => Valore): Fonte => ({ tipo, of: (_riga, file) => of(file) });
