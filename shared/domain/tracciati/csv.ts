/**
 * Reading of CSV from bytes, so that a row can be found again by its position and a file of any size is never held whole. Quotes, separators and
 * line ends are ASCII in both encodings we accept: a record is cut out before it is decoded. Every length has a limit.
 */
import { type Esito, ko, ok } from "../esito.ts";

export const SEPARATORI = [";", ",", "\t"] as const;
export type Separatore = (typeof SEPARATORI)[number];

/** A debt with its attached data fits; a file without line ends, or with a quote never closed, does not go through the memory. */
export const RIGA_MASSIMA_BYTE = 65_536;
export const COLONNE_MASSIME = 500;

const VIRGOLETTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/** UTF-8 when it is, else Windows-1252: decided on each record, because a file may be ASCII for ten thousand rows before its first accent. */
export const decodeRecord = (byte: Uint8Array): string => {
  try {
    return utf8.decode(byte);
  } catch {
    return windows1252.decode(byte);
  }
};

export interface Taglio {
  /** End of the record, line end excluded. */
  readonly fine: number;
  /** Start of the next. */
  readonly dopo: number;
}

/** Where the record that starts at `da` ends; undefined when its end is not in these bytes (and whether a quote is still open). */
export const findTaglio = (
  byte: Uint8Array,
  da: number,
  separatore: number,
): { readonly taglio: Taglio } | { readonly virgoletteAperte: boolean } => {
  let dentro = false;
  let inizioCampo = true;
  for (let i = da; i < byte.length; i++) {
    const b = byte[i];
    if (dentro) {
      if (b !== VIRGOLETTE) continue;
      if (byte[i + 1] === VIRGOLETTE) i++;
      else dentro = false;
      continue;
    }
    if (b === LF) return { taglio: { fine: i > da && byte[i - 1] === CR ? i - 1 : i, dopo: i + 1 } };
    if (b === VIRGOLETTE && inizioCampo) dentro = true;
    inizioCampo = b === separatore;
  }
  return { virgoletteAperte: dentro };
};

/** Fields of a record, unquoted. Errors: Italian sentence. */
export const splitRecord = (record: string, separatore: string): Esito<readonly string[]> => {
  const campi: string[] = [];
  let i = 0;
  for (;;) {
    if (campi.length >= COLONNE_MASSIME) return ko(`più di ${COLONNE_MASSIME} colonne`);
    if (record[i] === '"') {
      let valore = "";
      for (i += 1; ; i += 2) {
        const chiusura = record.indexOf('"', i);
        if (chiusura < 0) return ko("virgolette aperte e mai chiuse");
        valore += record.slice(i, chiusura);
        i = chiusura;
        if (record[i + 1] !== '"') break;
        valore += '"';
      }
      i += 1;
      if (i < record.length && record[i] !== separatore) return ko(`colonna ${campi.length + 1}: testo dopo le virgolette chiuse`);
      campi.push(valore);
    } else {
      const fine = record.indexOf(separatore, i);
      campi.push(record.slice(i, fine < 0 ? record.length : fine));
      i = fine < 0 ? record.length : fine;
    }
    if (i >= record.length) return ok(campi);
    i += 1;
  }
};

/** The separator that cuts a header into most columns. */
export const findSeparatore = (intestazione: string): Separatore => {
  const colonne = (separatore: Separatore): number => intestazione.split(separatore).length;
  return [...SEPARATORI].sort((a, b) => colonne(b) - colonne(a))[0] ?? ";";
};

/** A spreadsheet would run these cells as formulas; amounts and telephone numbers are harmless. */
export const FORMULA_INIZIALE = /^[=@\t\r]|^[+-](?![\d\s.,-]*$)/;

/** Text of a cell that nobody's spreadsheet will execute: an apostrophe in front, which our own reading takes away again. */
export const neutralizeFormula = (valore: string): string => (FORMULA_INIZIALE.test(valore) ? `'${valore}` : valore);

export const restoreFormula = (valore: string): string =>
  valore.startsWith("'") && FORMULA_INIZIALE.test(valore.slice(1)) ? valore.slice(1) : valore;

/** A cell as it is written, quoted when it must be. */
export const writeCella = (valore: string, separatore: Separatore): string => {
  const innocuo = neutralizeFormula(valore);
  return innocuo.includes(separatore) || /["\r\n]/.test(innocuo) ? `"${innocuo.replaceAll('"', '""')}"` : innocuo;
};

export const writeRecord = (campi: readonly string[], separatore: Separatore): string =>
  `${campi.map((campo) => writeCella(campo, separatore)).join(separatore)}\r\n`;
