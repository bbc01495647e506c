/** Numbers of a spreadsheet that stand for days: which formats say so, and which day they are. */
import { addGiorni } from "../../../domain/valori/date.ts";

/** Formats that every workbook has without declaring them (ECMA-376, 18.8.30): dates and dates with time. */
const INTERNI: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** A format with a day or a year in it, once texts between quotes, escapes, colours and locales are taken away. */
const isCodiceData = (codice: string): boolean => {
  const nudo = codice.slice(0, 255).replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  return !/^(general|standard)$/i.test(nudo) && /[dy]/i.test(nudo);
};

/** Whether the numbers of a style are days. @param codici formats declared by the workbook, by id. */
export const isFormatoData = (id: number, codici: ReadonlyMap<number, string>): boolean => {
  const codice = codici.get(id);
  return codice === undefined ? INTERNI.has(id) : isCodiceData(codice);
};

/** The last day that spreadsheets know: 31 December 9999. */
const SERIALE_MASSIMO = 2_958_465;
const EPOCHE = { 1900: "1899-12-30", 1904: "1904-01-01" } as const;
export type Epoca = keyof typeof EPOCHE;

/** The day of a serial number; undefined when it is none. The 29 February 1900 that never was shifts only the days before it. */
export const dayOfSeriale = (seriale: number, epoca: Epoca): string | undefined =>
  seriale >= 1 && seriale <= SERIALE_MASSIMO ? addGiorni(EPOCHE[epoca], Math.floor(seriale)) : undefined;
