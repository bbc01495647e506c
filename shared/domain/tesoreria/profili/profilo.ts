/** How one bank writes its movements in a table: which column is what, and how dates and amounts are written. A profile is saved once and reads every file of that bank. */
import type { FormatoTesoreria } from "../movimento.ts";
import type { FormatoData } from "./date-lette.ts";

/** A column by its name in the header (case, accents and blanks do not count) or by its position, from 1. */
export type Colonna = string | number;

export const CODIFICHE_TABELLA = ["UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE"] as const;
export type CodificaTabella = (typeof CODIFICHE_TABELLA)[number];

export const SEPARATORI_TABELLA = [";", ",", "\t", "|"] as const;
export type SeparatoreTabella = (typeof SEPARATORI_TABELLA)[number];

export const TIPI_TABELLA = ["CSV", "XLS", "XLSX"] as const;
export type TipoTabella = (typeof TIPI_TABELLA)[number];

/** Where the amount is, and what says whether it came in or went out. */
export type RegolaImporto =
  | { readonly tipo: "CON_SEGNO"; readonly colonna: Colonna }
  | { readonly tipo: "DARE_AVERE"; readonly dare: Colonna; readonly avere: Colonna }
  | {
      readonly tipo: "SEGNO_A_PARTE";
      readonly colonna: Colonna;
      readonly segno: Colonna;
      /** Texts of the sign column, whole: "C", "A", "+". */
      readonly entrata: readonly string[];
      readonly uscita: readonly string[];
    };

export interface ColonneLettura {
  readonly data: Colonna;
  readonly dataValuta?: Colonna;
  /** Joined by a blank, in this order. */
  readonly testo: readonly Colonna[];
  readonly conto?: Colonna;
  readonly numeroSospeso?: Colonna;
  readonly esercizio?: Colonna;
  readonly numeroDocumento?: Colonna;
  readonly sct?: Colonna;
  readonly riferimentoBanca?: Colonna;
  readonly ordinante?: Colonna;
  readonly divisa?: Colonna;
}

/** Rows that are not movements: balances, captions, notes. No expressions: a text from outside is never run. */
export interface RigaDaIgnorare {
  /** Absent = any cell, of rows that read as no movement: a payment whose text begins with "Saldo" is money. With it, any row. */
  readonly colonna?: Colonna;
  readonly modo: "INIZIA" | "CONTIENE" | "UGUALE";
  readonly testo: string;
}

export interface RegoleLettura {
  /** What the movements are called: Poste has remittance texts of its own. */
  readonly formato: Extract<FormatoTesoreria, "POSTE" | "BANCA">;
  /** Absent = any table that has these columns. */
  readonly tipoFile?: TipoTabella;
  /** Absent = recognised from the bytes. */
  readonly codifica?: CodificaTabella;
  /** Absent = the one that cuts the first rows into most columns. */
  readonly separatore?: SeparatoreTabella;
  /** False = quotes are characters like the others. */
  readonly virgolette: boolean;
  /** Name of the sheet; absent = the first that is visible. */
  readonly foglio?: string;
  /** Row of the header, from 1; 0 = there is none; absent = the first row that has the named columns. */
  readonly rigaTestata?: number;
  /** Rows before the movements, where there is no header. */
  readonly righeDaSaltare: number;
  readonly colonne: ColonneLettura;
  readonly importo: RegolaImporto;
  readonly decimali: "," | ".";
  /** Amounts are whole cents, without decimals. */
  readonly centesimi: boolean;
  readonly formatiData: readonly FormatoData[];
  /** Account of every movement, where no column tells it; absent = an IBAN among the rows above the header, if any. */
  readonly conto?: string;
  readonly righeDaIgnorare: readonly RigaDaIgnorare[];
  /** A row with a cell that begins so holds the totals of the file, in the columns of the amounts. */
  readonly totale?: string;
}

export interface ProfiloLettura {
  readonly versione: number;
  readonly idDominio: string;
  /** Unique within the creditor. */
  readonly nome: string;
  readonly descrizione?: string;
  readonly abilitato: boolean;
  readonly regole: RegoleLettura;
}

/** A profile of the product has no version: nobody can replace it. */
export interface ProfiloVisto {
  readonly profilo: ProfiloLettura;
  readonly predefinito: boolean;
}

/** Rows in which the header is looked for: banks put the account and the balances above it. */
export const RIGHE_TESTATA_MASSIME = 60;

/** Every column a profile names, with what it is for. */
export function columnsOf({ colonne, importo }: Pick<RegoleLettura, "colonne" | "importo">): readonly (readonly [string, Colonna])[] {
  const { testo, ...singole } = colonne;
  const importi: readonly (readonly [string, Colonna])[] =
    importo.tipo === "DARE_AVERE"
      ? [
          ["dare", importo.dare],
          ["avere", importo.avere],
        ]
      : importo.tipo === "CON_SEGNO"
        ? [["importo", importo.colonna]]
        : [
            ["importo", importo.colonna],
            ["segno", importo.segno],
          ];
  const nominate = Object.entries(singole).flatMap(([ruolo, colonna]) => (colonna === undefined ? [] : [[ruolo, colonna] as const]));
  return [...nominate, ...testo.map((colonna) => ["testo", colonna] as const), ...importi];
}

/** Header names compare without case, accents, punctuation and blanks: "N.Provv." is "n provv". */
export const normalizeNome = (nome: string): string =>
  nome
    .slice(0, 200)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+-]+/gu, " ")
    .trim();
