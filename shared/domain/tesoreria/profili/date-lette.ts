/** Dates as banks write them. */
import { type Esito, ko, ok } from "../../esito.ts";
import { addGiorni, isGiorno } from "../../valori/date.ts";
import type { Cella } from "./tabella.ts";

/** g day, m month, a year; mmm is the month in Italian letters. */
export const FORMATI_DATA = [
  "gg/mm/aaaa",
  "gg-mm-aaaa",
  "gg.mm.aaaa",
  "gg/mm/aa",
  "gg-mm-aa",
  "gg.mm.aa",
  "aaaa-mm-gg",
  "aaaa/mm/gg",
  "aaaammgg",
  "ggmmaaaa",
  "ggmmaa",
  "mm/gg/aaaa",
  "gg mmm aaaa",
  "gg-mmm-aa",
] as const;
export type FormatoData = (typeof FORMATI_DATA)[number];

const MESI = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

const PEZZI: Readonly<Record<string, string>> = {
  aaaa: "(?<aaaa>\\d{4})",
  aa: "(?<aa>\\d{2})",
  mmm: "(?<mmm>\\p{L}{3})\\p{L}*\\.?",
};

/** Separated days and months may lack their zero; glued ones may not. A time may follow. */
const toEspressione = (formato: FormatoData): RegExp => {
  const separato = /[^gma]/.test(formato);
  const cifre = separato ? "\\d{1,2}" : "\\d{2}";
  const corpo = formato.replace(/g+|m+|a+|\W/g, (pezzo) =>
    /^g/.test(pezzo) ? `(?<gg>${cifre})` : pezzo === "mm" ? `(?<mm>${cifre})` : (PEZZI[pezzo] ?? (pezzo === " " ? "\\s+" : `[${pezzo}]`)),
  );
  return new RegExp(`^${corpo}(?:[ T]\\d{1,2}[:.]\\d{2}\\S{0,16})?$`, "u");
};

let espressioni: ReadonlyMap<FormatoData, RegExp> | undefined;
const espressioneDi = (formato: FormatoData): RegExp => {
  espressioni ??= new Map(FORMATI_DATA.map((f) => [f, toEspressione(f)]));
  return espressioni.get(formato) ?? /$^/;
};

/** The calendar day of a text in one format; undefined when it is not one. */
export function parseDataIn(testo: string, formato: FormatoData): string | undefined {
  const gruppi = espressioneDi(formato).exec(testo)?.groups;
  if (!gruppi) return undefined;
  const mese = gruppi["mmm"] === undefined ? gruppi["mm"] : String(MESI.indexOf(gruppi["mmm"].toLowerCase()) + 1);
  const giorno = `${gruppi["aaaa"] ?? `20${gruppi["aa"] ?? ""}`}-${(mese ?? "").padStart(2, "0")}-${(gruppi["gg"] ?? "").padStart(2, "0")}`;
  return isGiorno(giorno) ? giorno : undefined;
}

/** Day zero of spreadsheets, and the numbers that are likely days: from 1990 to 2100. */
const EPOCA = "1899-12-30";
const SERIALE_MINIMO = 32_874;
const SERIALE_MASSIMO = 73_415;

const serialOf = (numero: number): string | undefined =>
  numero >= SERIALE_MINIMO && numero < SERIALE_MASSIMO ? addGiorni(EPOCA, Math.floor(numero)) : undefined;

/** Dates repeat, row after row: the last ones are remembered. */
const lette = new Map<string, string>();
const LETTE_MASSIME = 512;

const parseTesto = (testo: string, formati: readonly FormatoData[]): string | undefined => {
  const chiave = `${formati.join()}\u0000${testo}`;
  const nota = lette.get(chiave);
  if (nota !== undefined) return nota;
  for (const formato of formati) {
    const giorno = parseDataIn(testo, formato);
    if (giorno === undefined) continue;
    if (lette.size >= LETTE_MASSIME) lette.clear();
    lette.set(chiave, giorno);
    return giorno;
  }
  return undefined;
};

/** Reads a cell of dates into a calendar day; the formats are tried in their order. */
export function parseData(cella: Cella, formati: readonly FormatoData[], campo: string): Esito<string> {
  if (typeof cella !== "string") {
    const giorno = cella.giorno ?? serialOf(cella.numero);
    if (giorno !== undefined) return ok(giorno);
  }
  const testo = typeof cella === "string" ? cella.trim() : String(cella.numero);
  const giorno = testo.length <= 40 ? parseTesto(testo, formati) : undefined;
  if (giorno !== undefined) return ok(giorno);
  return ko(`${campo} "${testo.slice(0, 40)}" non è una data esistente nella forma ${formati.join(" o ")}`);
}
