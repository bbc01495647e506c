/**
 * Rewrites shared/domain/pendenze/tassonomia-elenco.ts from the list that PagoPA S.p.A. publishes (repository pagopa/pagopa-api, taxonomy/tassonomia.json).
 * Run: node local/tools/update-tassonomia.ts <tassonomia.json>, then biome on the file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const DESTINAZIONE = join(import.meta.dirname, "../../shared/domain/pendenze/tassonomia-elenco.ts");
const PRIMO_SERVIZIO = 100;
const LETTERE: Readonly<Record<string, string>> = { IM: "I", TS: "T", SP: "P", SA: "S", AP: "A" };
/** What the list writes for "no end". */
const ANNO_SENZA_FINE = 2070;

const Elenco = z.array(
  z.object({
    "DATI SPECIFICI DI INCASSO": z.string().regex(/^9\/\d{7}(IM|TS|SP|SA|AP)\/$/),
    "DATA INIZIO VALIDITA": z.string().regex(/^\d\d\/\d\d\/\d{4}$/),
    "DATA FINE VALIDITA": z.string().regex(/^\d\d\/\d\d\/\d{4}$/),
    "VERSIONE TASSONOMIA": z.string(),
  }),
);

/** Editions write dates in either order: the days above the 12th tell which. */
const readOrdine = (date: readonly string[]): ((data: string) => string) => {
  const primaIlGiorno = date.some((data) => Number(data.slice(0, 2)) > 12);
  const primaIlMese = date.some((data) => Number(data.slice(3, 5)) > 12);
  if (primaIlGiorno === primaIlMese) throw new Error("le date dell'elenco non dicono se viene prima il giorno o il mese");
  return (data) => {
    const [a = "", b = "", anno = ""] = data.split("/");
    return primaIlGiorno ? `${anno}-${b}-${a}` : `${anno}-${a}-${b}`;
  };
};

const put = (riga: string, indice: number, lettera: string): string => {
  const larga = riga.padEnd(indice + 1, "-");
  return larga.slice(0, indice) + lettera + larga.slice(indice + 1);
};

const drawRecord = (voci: ReadonlyMap<string, string>): string =>
  [...voci].sort(([a], [b]) => (a < b ? -1 : 1)).reduce((testo, [chiave, valore]) => `${testo}  "${chiave}": "${valore}",\n`, "");

/** @returns the text of the module. */
export const drawElenco = (json: string): string => {
  const voci = Elenco.parse(JSON.parse(json));
  const giorno = readOrdine(voci.flatMap((voce) => [voce["DATA INIZIO VALIDITA"], voce["DATA FINE VALIDITA"]]));
  const elenco = new Map<string, string>();
  const fine = new Map<string, string>();
  for (const voce of voci) {
    const codice = voce["DATI SPECIFICI DI INCASSO"].slice(2, -1);
    const area = codice.slice(0, 4);
    elenco.set(area, put(elenco.get(area) ?? "", Number(codice.slice(4, 7)) - PRIMO_SERVIZIO, LETTERE[codice.slice(7)] ?? "-"));
    const ultimo = giorno(voce["DATA FINE VALIDITA"]);
    if (Number(ultimo.slice(0, 4)) < ANNO_SENZA_FINE) fine.set(codice, ultimo);
  }
  const versione = voci.reduce((massima, voce) => Math.max(massima, Number(voce["VERSIONE TASSONOMIA"])), 0);
  const data = voci.map((voce) => giorno(voce["DATA INIZIO VALIDITA"])).reduce((a, b) => (a > b ? a : b));
  return `/**
 * The pagoPA taxonomy of what is collected, version ${versione}, as published by PagoPA S.p.A. (repository pagopa/pagopa-api, taxonomy/tassonomia.json, MIT): its last entry
 * is of ${data}. One letter per service, from 100 on: the legal reason. Written by local/tools/update-tassonomia.ts: do not edit.
 */
export const EDIZIONE = { versione: "${versione}", data: "${data}" } as const;

/** I = IM tax, T = TS special tax, P = SP public service, S = SA sanction, A = AP other, - = not assigned. */
export const MOTIVI: Readonly<Record<string, string>> = { I: "IM", T: "TS", P: "SP", S: "SA", A: "AP" };

/** By kind of body (2 digits) and area (2 digits). */
export const ELENCO: Readonly<Record<string, string>> = {
${drawRecord(elenco)}};

/** Last day of validity of the codes that have one. */
export const FINE_VALIDITA: Readonly<Record<string, string>> = {
${drawRecord(fine)}};
`;
};

const [, eseguito, file] = process.argv;
if (eseguito === import.meta.filename) {
  if (file === undefined) throw new Error("uso: node local/tools/update-tassonomia.ts <tassonomia.json>");
  writeFileSync(DESTINAZIONE, drawElenco(readFileSync(file, "utf8")));
}
