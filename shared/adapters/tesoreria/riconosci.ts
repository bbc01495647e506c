/** What a treasurer's file is, by its first bytes: the name it came with and the content type that somebody wrote are not believed. */
import type { FormatoCaricamento } from "../../domain/tesoreria/caricamento.ts";
import { isXls, isXlsx } from "./tabella/riconosci-tabella.ts";

/** Bytes looked at: an XML declaration, comments and the namespaces of an envelope come before the first name that matters. */
const INIZIO_BYTE = 8_192;

export type FormatoRiconosciuto = FormatoCaricamento | "ZIP" | "XLS" | "XLSX" | "CSV";

const startsWith = (byte: Uint8Array, ...firma: readonly number[]): boolean => firma.every((valore, i) => byte[i] === valore);

/** The letters that matter are the same in every encoding read here: the zeros of UTF-16 are dropped, and the marks. */
const testoDi = (inizio: Uint8Array): string =>
  Buffer.from(inizio.buffer, inizio.byteOffset, Math.min(inizio.byteLength, INIZIO_BYTE))
    .toString("latin1")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "");

const isXml = (testo: string): boolean =>
  /^\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z_])/.test(testo) && !/^\s*<(?:!doctype\s+html|html|table)/i.test(testo);

const formatoXml = (testo: string): FormatoCaricamento | undefined => {
  if (/<(?:[\w.-]+:)?flusso_giornale_di_cassa[\s>/]/.test(testo)) return "OPI";
  if (/BkToCstmrStmt|camt\.053\.|<(?:[\w.-]+:)?Stmt[\s>]/.test(testo)) return "CAMT053";
  if (/BkToCstmrDbtCdtNtfctn|camt\.054\.|<(?:[\w.-]+:)?Ntfctn[\s>]/.test(testo)) return "CAMT054";
  return /<(?:[\w.-]+:)?FlussoRiversamento[\s>/]/.test(testo) ? "FDR" : undefined;
};

/** Position 1 of a record is a blank, unless somebody removed it. */
const isRh = (testo: string): boolean => /^ ?RH\d{5}/.test(testo);

/** Text with a separator in some line: banks write titles above their tables. */
const isCsv = (testo: string): boolean => /[;,\t|]/.test(testo) && !/[^\P{Cc}\s\u0080-\u009f]/u.test(testo.replaceAll("\u001a", ""));

/** @param inizio first bytes, 8 kB are enough. undefined: see whyNotRecognized. */
export const recognizeFormato = (inizio: Uint8Array): FormatoRiconosciuto | undefined => {
  if (isXls(inizio)) return "XLS";
  if (isXlsx(inizio)) return "XLSX";
  if (startsWith(inizio, 0x50, 0x4b, 0x03, 0x04)) return "ZIP";
  const testo = testoDi(inizio);
  if (isXml(testo)) return formatoXml(testo);
  if (isRh(testo)) return "CBI_RH";
  if (/^ ?(?:EC|RA|RP|DT)\d{5}/.test(testo) || /^%PDF|^\s*</.test(testo)) return undefined;
  return isCsv(testo) ? "CSV" : undefined;
};

const AMMESSI = "giornale di cassa OPI, camt.053, camt.054, CBI RH, flusso di rendicontazione, o una tabella CSV, XLS o XLSX";

/** The sentence for a file that is none of those: what it looks like, and what to do. */
export const whyNotRecognized = (inizio: Uint8Array): string => {
  const testo = testoDi(inizio);
  if (testo.trim() === "") return "il file è vuoto";
  if (startsWith(inizio, 0x30, 0x80) || startsWith(inizio, 0x30, 0x82) || startsWith(inizio, 0x30, 0x83) || startsWith(inizio, 0x30, 0x84))
    return "il file è firmato (p7m): estrarre il documento che contiene e caricare quello";
  if (/^%PDF/.test(testo)) return "il file è un PDF, da cui non si leggono movimenti: chiedere alla banca il file dei movimenti";
  if (/BkToCstmrAcctRpt|camt\.052\./.test(testo))
    return "il file è un camt.052, provvisorio: caricare l'estratto conto camt.053 o la notifica camt.054";
  if (/<!DOCTYPE/i.test(testo)) return "il documento contiene una dichiarazione DOCTYPE, non ammessa";
  const radice = /<(?:[\w.-]+:)?([A-Za-z_][\w.-]{0,60})/.exec(testo)?.[1];
  if (isXml(testo)) return `il file è un XML con radice ${radice ?? "sconosciuta"}: ammessi ${AMMESSI}`;
  if (/^ ?(?:EC|RA|RP|DT)\d{5}/.test(testo))
    return `il file è un altro flusso CBI (${testo.trimStart().slice(0, 2)}): caricare la rendicontazione saldi e movimenti RH`;
  return `formato del file non riconosciuto: ammessi ${AMMESSI}`;
};
