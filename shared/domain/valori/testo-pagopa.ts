/**
 * What is left of a text once it has gone through PSPs and banks: SEPA messages carry letters without accents, digits and few signs (EPC217-08), and
 * whoever receives others replaces them as it likes. Here to propose a text that arrives whole; what the creditor wrote is never changed.
 */

const AMMESSI = /^[A-Za-z0-9/\-?:().,'+ ]*$/;

/** Letters that no decomposition takes apart, and the signs that Italian offices write most. */
const SOSTITUZIONI: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ß: "ss", ẞ: "SS", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ø: "o", Ø: "O", đ: "d", Đ: "D", ð: "d", Ð: "D" }),
  ...Object.entries({ ł: "l", Ł: "L", þ: "th", Þ: "TH", ı: "i", "€": "EUR", "£": "GBP", "&": "+", "°": ".", º: "o", ª: "a" }),
  ...Object.entries({ "’": "'", "‘": "'", "`": "'", "´": "'", '"': "'", "“": "'", "”": "'", "„": "'", "«": "'", "»": "'" }),
  ...Object.entries({ "–": "-", "—": "-", "‐": "-", "‑": "-", _: "-", "~": "-", ";": ",", "[": "(", "]": ")", "{": "(", "}": ")" }),
  ...Object.entries({ "\\": "/", "|": "/", "…": "...", "•": "-", "·": ".", "×": "x", "½": "1/2", "¼": "1/4", "¾": "3/4", "\u00a0": " " }),
]);
/** In place of a sign that has no equivalent. */
const IGNOTO = ".";

const replace = (carattere: string): string => {
  if (AMMESSI.test(carattere)) return carattere;
  const noto = SOSTITUZIONI.get(carattere);
  if (noto !== undefined) return noto;
  if (/\s/.test(carattere)) return " ";
  const nudo = carattere.normalize("NFKD").replace(/\p{M}/gu, "");
  if (nudo === "") return "";
  return AMMESSI.test(nudo) ? nudo : IGNOTO;
};

/** The text in the characters that everybody carries; it may grow (ß is ss, € is EUR). */
export const transliterate = (testo: string): string => [...testo.normalize("NFC")].map(replace).join("").replace(/ {2,}/g, " ").trim();

/** True when the text reaches the bank as it is written. */
export const isTraslitterato = (testo: string): boolean => AMMESSI.test(testo);

/** Words that say that there is a payment, not what it is for. */
const GENERICHE: ReadonlySet<string> = new Set(
  "avviso causale cod codice del doc documento fattura id iuv nav num numero pagamento pagopa pratica prot protocollo rif riferimento".split(
    " ",
  ),
);

/**
 * True for a text that only names a reference ("PRAT-2026-00123", "Avviso 301000000000000133"): the citizen reads it in the bank and in App IO, and
 * must understand from it alone what he paid.
 */
export const isSoloRiferimento = (testo: string): boolean => {
  if (/^\S*\d\S*$/.test(testo.trim())) return true;
  return (testo.match(/\p{L}{2,}/gu) ?? []).every((parola) => parola.length < 3 || GENERICHE.has(parola.toLowerCase()));
};
