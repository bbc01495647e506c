/**
 * How a text of any length finds its place in a box of fixed size: it shrinks down to a floor, then wraps, and only then is shortened
 * with a visible ellipsis. Pure functions, so that the rule can be tested without drawing anything.
 */

export interface Stile {
  /** Body size in points, and the size below which nothing may shrink. */
  readonly corpo: number;
  readonly corpoMinimo: number;
  /** Distance between baselines as a multiple of the body size. */
  readonly interlinea: number;
}

export interface Spazio {
  readonly larghezza: number;
  readonly altezza: number;
}

export interface Composizione {
  readonly corpo: number;
  /** The lines in order; a line broken at a blank keeps that blank at its end, so that the joined lines are the text again. */
  readonly righe: readonly string[];
  readonly abbreviato: boolean;
}

/** Width in points of a text at a body size. */
export type Misura = (testo: string, corpo: number) => number;

const PASSO = 0.5;
const TOLLERANZA = 0.01;

// What the four embedded fonts have in common: Latin-1, Latin Extended-A and the usual punctuation. Everything else would print as an
// empty box, which PDF/UA forbids (ISO 14289-1, 7.21.8: no .notdef glyph).
const STAMPABILE = /^[ -~¡-¬®-ıĴ-ķĹ-ľŁ-ňŊ-žȘ-ț–—‘’‚“”„†•…‹›€™]$/u;

const SOSTITUTI: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "–",
  "\u2015": "—",
  "\u02BC": "’",
  "\u2032": "’",
  "\u2033": "”",
  "\u2212": "–",
  "\u2044": "/",
};

const stampa = (carattere: string): string => {
  if (STAMPABILE.test(carattere)) return carattere;
  const sostituto = SOSTITUTI[carattere];
  if (sostituto !== undefined) return sostituto;
  const base = carattere.normalize("NFKD").replace(/\p{M}/gu, "");
  return base !== carattere && [...base].every((c) => STAMPABILE.test(c)) ? base : "?";
};

/** The text as the fonts can print it: composed accents, single blanks, no control characters, a question mark for a foreign script. */
export const testoStampabile = (testo: string): string => {
  const pulito = testo
    .normalize("NFC")
    .replace(/[\p{Cf}\p{Cs}]/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return [...pulito].map(stampa).join("").replace(/ +/g, " ").trim();
};

/** Cuts a word longer than a whole line where the line ends; at least one character per line, so that it always ends. */
const spezza = (parola: string, entra: (testo: string) => boolean): string[] => {
  const pezzi: string[] = [];
  let pezzo = "";
  for (const carattere of parola) {
    if (pezzo !== "" && !entra(pezzo + carattere)) {
      pezzi.push(pezzo);
      pezzo = "";
    }
    pezzo += carattere;
  }
  return [...pezzi, pezzo];
};

const mandaACapo = (testo: string, larghezza: number, misura: (testo: string) => number): string[] => {
  const entra = (riga: string): boolean => misura(riga.trimEnd()) <= larghezza + TOLLERANZA;
  const righe: string[] = [];
  let riga = "";
  for (const parola of testo.match(/\S+\s*/gu) ?? []) {
    if (entra(riga + parola)) {
      riga += parola;
      continue;
    }
    if (riga !== "") righe.push(riga);
    const pezzi = entra(parola) ? [parola] : spezza(parola, entra);
    riga = pezzi.at(-1) ?? "";
    righe.push(...pezzi.slice(0, -1));
  }
  return riga === "" ? righe : [...righe, riga];
};

const abbrevia = (riga: string, larghezza: number, misura: (testo: string) => number): string => {
  const caratteri = [...riga.trimEnd()];
  while (caratteri.length > 0 && misura(`${caratteri.join("").trimEnd()}…`) > larghezza + TOLLERANZA) caratteri.pop();
  return `${caratteri.join("").trimEnd()}…`;
};

/**
 * The lines of `testo` in a box, at the largest body size that holds them all. At the floor size what exceeds is replaced by an ellipsis
 * and `abbreviato` says so. An empty text has no lines.
 */
export const componi = (testo: string, spazio: Spazio, stile: Stile, misura: Misura): Composizione => {
  for (let corpo = stile.corpo; ; corpo = Math.max(stile.corpoMinimo, corpo - PASSO)) {
    const misuraQui = (t: string): number => misura(t, corpo);
    const righe = mandaACapo(testo, spazio.larghezza, misuraQui);
    const massimo = Math.max(1, Math.floor(spazio.altezza / (corpo * stile.interlinea) + TOLLERANZA));
    if (righe.length <= massimo) return { corpo, righe, abbreviato: false };
    if (corpo <= stile.corpoMinimo) {
      const ultima = abbrevia(righe[massimo - 1] ?? "", spazio.larghezza, misuraQui);
      return { corpo, righe: [...righe.slice(0, massimo - 1), ultima], abbreviato: true };
    }
  }
};
