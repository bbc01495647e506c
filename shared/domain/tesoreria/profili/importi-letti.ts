/** Amounts as banks write them: "1.234,56", "1234.56-", "(12,00)", "€ 12". Exact: a text becomes cents without passing through a float. */
import { type Esito, ko, ok } from "../../esito.ts";
import type { Cella } from "./tabella.ts";

export type Decimali = "," | ".";

/** Integer digits: beyond, it is not an amount of a treasury. */
const CIFRE_MASSIME = 12;

const MIGLIAIA: Readonly<Record<Decimali, RegExp>> = {
  ",": /^(\d{1,3}(?:[.' ]\d{3})+|\d+)(?:,(\d+))?$/,
  ".": /^(\d{1,3}(?:[,' ]\d{3})+|\d+)(?:\.(\d+))?$/,
};

interface ConSegno {
  readonly negativo: boolean;
  readonly corpo: string;
}

/** Sign in front, behind, or brackets: one at most. */
const splitSegno = (testo: string): ConSegno | undefined => {
  const parentesi = /^\((.*)\)$/.exec(testo);
  if (parentesi) return { negativo: true, corpo: (parentesi[1] ?? "").trim() };
  const segni = /^([+-]?)\s*(.*?)\s*([+-]?)$/.exec(testo);
  const [, prima = "", corpo = "", dopo = ""] = segni ?? [];
  return prima !== "" && dopo !== "" ? undefined : { negativo: prima === "-" || dopo === "-", corpo };
};

/** Blanks of every kind, the sign of the euro, the typographic minus. */
const clean = (testo: string): string =>
  testo
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/€|\bEURO?\b/gi, "")
    .trim();

const toCentesimi = (interi: string, decimali: string): bigint => BigInt(interi) * 100n + BigInt(decimali.slice(0, 2).padEnd(2, "0"));

const parseTesto = (testo: string, decimali: Decimali, centesimi: boolean): bigint | string => {
  const segnato = splitSegno(clean(testo));
  if (!segnato) return "ha due segni";
  const parti = MIGLIAIA[decimali].exec(segnato.corpo);
  if (!parti) return `non è un importo con ${decimali === "," ? "la virgola" : "il punto"} dei decimali`;
  const [, interi = "0", frazione = ""] = parti;
  const cifre = interi.replace(/\D/g, "");
  if (cifre.length > CIFRE_MASSIME) return `ha più di ${CIFRE_MASSIME} cifre intere`;
  // Three figures after a separator may be thousands written the other way: "1.200" must not become one euro and twenty.
  if (frazione.length === 3 || /[1-9]/.test(frazione.slice(centesimi ? 0 : 2)))
    return centesimi ? "non è un numero intero di centesimi" : "ha più di 2 decimali";
  const valore = centesimi ? BigInt(cifre) : toCentesimi(cifre, frazione);
  return segnato.negativo ? -valore : valore;
};

/** Spreadsheets keep binary fractions: what differs from a cent by less than this is that cent. */
const SCARTO = 1e-4;

const parseNumero = (numero: number, centesimi: boolean): bigint | string => {
  const scalato = centesimi ? numero : numero * 100;
  const intero = Math.round(scalato);
  if (!Number.isFinite(numero) || Math.abs(numero) >= 10 ** CIFRE_MASSIME) return `ha più di ${CIFRE_MASSIME} cifre intere`;
  if (Math.abs(scalato - intero) > Math.max(SCARTO, Math.abs(scalato) * Number.EPSILON * 4))
    return centesimi ? "non è un numero intero di centesimi" : "ha più di 2 decimali";
  return BigInt(intero);
};

/** Cents, negative when the cell is; undefined when it is empty. Errors: Italian sentence that names the field. */
export function parseImportoLetto(
  cella: Cella | undefined,
  { decimali, centesimi, campo }: { readonly decimali: Decimali; readonly centesimi: boolean; readonly campo: string },
): Esito<bigint | undefined> {
  if (cella === undefined || (typeof cella === "string" && clean(cella) === "")) return ok(undefined);
  if (typeof cella === "string" && cella.length > 40) return ko(`${campo} di oltre 40 caratteri`);
  const letto = typeof cella === "string" ? parseTesto(cella, decimali, centesimi) : parseNumero(cella.numero, centesimi);
  if (typeof letto === "bigint") return ok(letto);
  return ko(`${campo} "${typeof cella === "string" ? cella.trim() : cella.numero}" ${letto}`);
}
