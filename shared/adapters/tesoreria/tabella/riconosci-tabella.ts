/** What a file is, by its first bytes: the name it came with is not believed, banks call ".xls" whatever a spreadsheet opens. */
import type { TipoTabella } from "../../../domain/tesoreria/profili/profilo.ts";

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (byte: Uint8Array, firma: readonly number[]): boolean => firma.every((b, i) => byte[i] === b);

/** A compound file of Microsoft: an old workbook, or something else that its reader refuses. */
export const isXls = (inizio: Uint8Array): boolean => startsWith(inizio, COMPOUND);

const isZip = (inizio: Uint8Array): boolean => startsWith(inizio, [0x50, 0x4b, 0x03, 0x04]);

/** A ZIP whose first files are those of a workbook. */
export const isXlsx = (inizio: Uint8Array): boolean =>
  isZip(inizio) && /\[Content_Types\]\.xml|xl\/|_rels\//.test(latin1Of(inizio.subarray(0, 65_536)));

const latin1Of = (byte: Uint8Array): string => Buffer.from(byte.buffer, byte.byteOffset, byte.byteLength).toString("latin1");

/** What a table of text cannot be. */
const ALTRI: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, "il file è un PDF: serve la tabella in CSV, XLS o XLSX"],
  [
    /^\s*<(?:!doctype html|html|table|meta|head)/i,
    "il file è una pagina HTML con il nome di un foglio di calcolo: aprirlo e salvarlo come XLSX o CSV",
  ],
  [/^\s*<\?xml|^\s*<\w/, "il file è un XML, non una tabella: se è un foglio di calcolo aprirlo e salvarlo come XLSX o CSV"],
];

/** The kind of table, or why it is none. */
export function recognizeTabella(inizio: Uint8Array): { readonly tipo: TipoTabella } | { readonly motivo: string } {
  if (isXls(inizio)) return { tipo: "XLS" };
  if (isXlsx(inizio)) return { tipo: "XLSX" };
  if (isZip(inizio)) return { motivo: "lo ZIP non contiene un foglio di calcolo" };
  if (inizio.length === 0) return { motivo: "il file è vuoto" };
  const testo = latin1Of(inizio.subarray(0, 512))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "");
  const altro = ALTRI.find(([firma]) => firma.test(testo));
  return altro ? { motivo: altro[1] } : { tipo: "CSV" };
}
