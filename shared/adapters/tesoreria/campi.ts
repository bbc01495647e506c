/** Fields of the treasurers' files as values: cents from their digits, days from what is written, texts without control characters. */
import { giornoDi, isGiorno, parseIstante } from "../../domain/valori/date.ts";

export const CAUSALE_MASSIMA = 4_096;
/** Names and references: more than this is not one. */
const TESTO_MASSIMO = 200;
const ORIGINALE_MASSIMO = 1_000;

/** A line that cannot be read: stops the line, never the file. */
export class RigaNonValida extends Error {}

export const scarta = (motivo: string): never => {
  throw new RigaNonValida(motivo);
};

const CONTROLLI = /[\p{Cc}\s]+/gu;

/** Blanks and control characters become one blank. */
export const pulisci = (testo: string): string => testo.replace(CONTROLLI, " ").trim();

export const causaleDa = (pezzi: readonly string[]): string =>
  pulisci(pezzi.filter((pezzo) => pezzo.trim() !== "").join(" "))
    .slice(0, CAUSALE_MASSIMA)
    .trimEnd();

/** What a bank writes when it has nothing to write. */
const ASSENTE = /^(?:NOT ?PROVIDED|N\/A|NONREF)$/i;

/** A name or a reference; undefined when there is none. */
export const facoltativo = (testo: string | undefined): string | undefined => {
  const pulito = pulisci(testo ?? "").slice(0, TESTO_MASSIMO);
  return pulito === "" || ASSENTE.test(pulito) ? undefined : pulito;
};

const mostra = (testo: string | undefined): string =>
  facoltativo(testo) === undefined ? "assente" : `«${pulisci(testo ?? "").slice(0, 40)}»`;

/** xs:decimal with at most 15 digits, of which 2 decimals (zeros after them are nothing). Cents, signed. */
const DECIMALE = /^([+-]?)(\d{1,13})(?:\.(\d{1,2})0*)?$/;

/** Cents of a decimal with a dot; undefined when it is not one. */
export const centesimiDi = (testo: string | undefined): bigint | undefined => {
  const parti = DECIMALE.exec(testo?.trim() ?? "");
  if (!parti) return undefined;
  const valore = BigInt(`${parti[2]}${(parti[3] ?? "").padEnd(2, "0")}`);
  return parti[1] === "-" ? -valore : valore;
};

export const centesimi = (testo: string | undefined, campo: string): bigint =>
  centesimiDi(testo) ??
  scarta(`${campo}: ${mostra(testo)}, atteso un importo in euro con il punto, 2 decimali e al massimo 13 cifre intere`);

/** A day, or a date-time whose day in Rome is wanted; undefined when it is neither. An offset after a bare day says nothing: the day is what is written. */
export const giornoScritto = (testo: string | undefined): string | undefined => {
  const valore = testo?.trim() ?? "";
  const giorno = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(valore)?.[1];
  if (giorno !== undefined) return isGiorno(giorno) ? giorno : undefined;
  const istante = parseIstante(valore);
  return istante.ok ? giornoDi(istante.valore) : undefined;
};

export const giorno = (testo: string | undefined, campo: string): string =>
  giornoScritto(testo) ?? scarta(`${campo}: ${mostra(testo)}, attesa una data nella forma AAAA-MM-GG`);

/** GGMMAA of the CBI records, of this century; undefined when it is not a day. */
export const giornoCbiScritto = (testo: string): string | undefined => {
  const parti = /^(\d{2})(\d{2})(\d{2})$/.exec(testo);
  const valore = parti ? `20${parti[3]}-${parti[2]}-${parti[1]}` : "";
  return isGiorno(valore) ? valore : undefined;
};

export const giornoCbi = (testo: string, campo: string): string =>
  giornoCbiScritto(testo) ?? scarta(`${campo}: ${mostra(testo)}, attesa una data nella forma GGMMAA`);

/** Number given by a treasurer, without the zeros before it; undefined for zero, which means "none". */
export const numero = (testo: string | undefined): string | undefined => {
  const cifre = testo?.trim().replace(/^0+/, "") ?? "";
  return /^\d{1,18}$/.test(cifre) ? cifre : undefined;
};

/** The line as it was, for who has to correct it. */
export const originale = (testo: string): string => pulisci(testo).slice(0, ORIGINALE_MASSIMO);
