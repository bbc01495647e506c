/** Reading of JSON bodies: bounded depth, no key twice in an object, and numbers whose text a double does not carry are not silently rounded. */
import { type Esito, ko, ok } from "../../domain/esito.ts";

const PROFONDITA_MASSIMA = 32;

/** True when the double prints back as the same decimal (apart from trailing zeros and exponent form). */
const isFedele = (valore: number, sorgente: string): boolean => {
  const [parteIntera = "", decimali = ""] = sorgente.split(".");
  if (/[eE]/.test(sorgente)) return Number.isSafeInteger(valore);
  const normale = decimali.replace(/0+$/, "");
  return String(valore) === (normale === "" ? parteIntera : `${parteIntera}.${normale}`) || valore === 0;
};

/** Keys of a value, at any depth; undefined beyond the depth allowed. */
const countChiavi = (valore: unknown, residuo: number): number | undefined => {
  if (typeof valore !== "object" || valore === null) return 0;
  if (residuo === 0) return undefined;
  const figli = Object.values(valore);
  let chiavi = Array.isArray(valore) ? 0 : figli.length;
  for (const figlio of figli) {
    const sue = countChiavi(figlio, residuo - 1);
    if (sue === undefined) return undefined;
    chiavi += sue;
  }
  return chiavi;
};

const isSpazio = (codice: number): boolean => codice === 32 || codice === 10 || codice === 13 || codice === 9;

/** Where the string that starts at `inizio` ends: at a quote after an even number of backslashes. Only for well formed JSON. */
const fineStringa = (testo: string, inizio: number): number => {
  for (let fine = testo.indexOf('"', inizio + 1); fine !== -1; fine = testo.indexOf('"', fine + 1)) {
    let barre = fine - 1;
    while (testo.charCodeAt(barre) === 92) barre -= 1;
    if ((fine - barre) % 2 === 1) return fine;
  }
  return testo.length;
};

/** Position of the colon after a string, when the string is a key. */
const duePuntiDopo = (testo: string, fine: number): number | undefined => {
  let dopo = fine + 1;
  while (isSpazio(testo.charCodeAt(dopo))) dopo += 1;
  return testo.charCodeAt(dopo) === 58 ? dopo : undefined;
};

/** Keys as written: JSON.parse keeps the last of two, so they are more than those it gives exactly when one is repeated. One pass, no allocation. */
const countChiaviScritte = (testo: string): number => {
  let chiavi = 0;
  for (let inizio = testo.indexOf('"'); inizio !== -1; ) {
    const fine = fineStringa(testo, inizio);
    if (duePuntiDopo(testo, fine) !== undefined) chiavi += 1;
    inizio = testo.indexOf('"', fine + 1);
  }
  return chiavi;
};

/** The first key that its object repeats; read only to name it. */
const findChiaveRipetuta = (testo: string): string | undefined => {
  const aperti: Set<string>[] = [];
  for (let i = 0; i < testo.length; i += 1) {
    const carattere = testo.charAt(i);
    if (carattere === "{" || carattere === "[") aperti.push(new Set());
    else if (carattere === "}" || carattere === "]") aperti.pop();
    else if (carattere === '"') {
      const fine = fineStringa(testo, i);
      if (duePuntiDopo(testo, fine) !== undefined) {
        const chiave = String(JSON.parse(testo.slice(i, fine + 1)));
        if (aperti.at(-1)?.has(chiave)) return chiave;
        aperti.at(-1)?.add(chiave);
      }
      i = fine;
    }
  }
  return undefined;
};

/**
 * Parses a body. An unfaithful number (too many digits) becomes its text, which every numeric field then refuses naming itself.
 * A repeated key is refused: which of the two counts would depend on who reads it. Errors: Italian sentence for the caller.
 */
export const parseJson = (testo: string): Esito<unknown> => {
  let valore: unknown;
  try {
    valore = JSON.parse(testo, (_chiave, figlio: unknown, contesto?: { source?: string }) =>
      typeof figlio === "number" && contesto?.source !== undefined && !isFedele(figlio, contesto.source) ? contesto.source : figlio,
    );
  } catch {
    return ko("il corpo non è JSON ben formato");
  }
  const chiavi = countChiavi(valore, PROFONDITA_MASSIMA);
  if (chiavi === undefined) return ko(`il corpo annida più di ${PROFONDITA_MASSIMA} livelli`);
  if (chiavi === countChiaviScritte(testo)) return ok(valore);
  return ko(`${findChiaveRipetuta(testo)?.slice(0, 100) ?? "corpo"}: la chiave compare più di una volta nello stesso oggetto`);
};
