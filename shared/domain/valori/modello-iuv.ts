/**
 * The pattern of the IUVs of an application, a regular expression that somebody else wrote: it must match the whole code in a time that nobody can blow up.
 * Hence no repetition inside a repetition, no references, and few ways to read the same code: an IUV has at most 35 characters, so the work is bounded.
 */
import { type Esito, ko, ok } from "../esito.ts";

const RIPETIZIONI_MASSIME = 3;
/** Product of the alternatives of all groups. */
const SCELTE_MASSIME = 256;
const LUNGHEZZA_MASSIMA = 1024;
const IUV_MASSIMO = 35;

interface Gruppo {
  /** A repetition or an alternative is inside. */
  variabile: boolean;
  alternative: number;
}

/** Length of the class that begins with `[`, brackets included. */
const lunghezzaClasse = (testo: string, inizio: number): number => {
  let i = inizio + 1;
  while (i < testo.length && testo[i] !== "]") i += testo[i] === "\\" ? 2 : 1;
  return i + 1 - inizio;
};

const QUANTIFICATORE = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/;
/** `{3}` matches in one way only. */
const isAperta = (quantificatore: string): boolean => /^(?:[*+?]|\{\d+,\d*\})/.test(quantificatore);

const newGruppo = (): Gruppo => ({ variabile: false, alternative: 1 });

/** Length of the token at a position, and why it is not accepted. */
const readToken = (modello: string, i: number): { lunghezza: number; difetto?: string } => {
  const c = modello[i];
  if (c === "[") return { lunghezza: lunghezzaClasse(modello, i) };
  if (c === "\\")
    return /[1-9k]/.test(modello[i + 1] ?? "") ? { lunghezza: 2, difetto: "i riferimenti non sono ammessi" } : { lunghezza: 2 };
  if (c !== "(") return { lunghezza: 1 };
  if (modello.startsWith("(?:", i)) return { lunghezza: 3 };
  return modello[i + 1] === "?" ? { lunghezza: 1, difetto: "sono ammessi solo i gruppi ( ) e (?: )" } : { lunghezza: 1 };
};

/** Why a pattern cannot be used, in Italian; undefined when it can. */
const findDifetto = (modello: string): string | undefined => {
  const gruppi = [newGruppo()];
  let aperte = 0;
  let scelte = 1;
  for (let i = 0; i < modello.length; ) {
    const c = modello[i];
    const { lunghezza, difetto } = readToken(modello, i);
    if (difetto !== undefined) return difetto;
    i += lunghezza;
    if (c === "(") {
      gruppi.push(newGruppo());
      continue;
    }
    const chiuso = c === ")" ? gruppi.pop() : undefined;
    const esterno = gruppi.at(-1);
    if (!esterno) return "le parentesi non tornano";
    scelte *= chiuso?.alternative ?? 1;
    if (c === "|") esterno.alternative += 1;
    const quantificatore = QUANTIFICATORE.exec(modello.slice(i, i + 24))?.[0] ?? "";
    i += quantificatore.length;
    if (chiuso?.variabile && quantificatore !== "" && quantificatore !== "?")
      return "una ripetizione non può contenere ripetizioni o alternative";
    const aperta = isAperta(quantificatore);
    if (aperta) aperte += 1;
    if (aperta || c === "|" || chiuso?.variabile) esterno.variabile = true;
  }
  scelte *= gruppi[0]?.alternative ?? 1;
  if (aperte > RIPETIZIONI_MASSIME) return `sono ammesse al massimo ${RIPETIZIONI_MASSIME} ripetizioni`;
  return scelte > SCELTE_MASSIME ? "le alternative sono troppe" : undefined;
};

/** @returns the test of a whole IUV; or, in Italian, why the pattern cannot be used. */
export const readModelloIuv = (modello: string): Esito<(iuv: string) => boolean> => {
  if (modello.length > LUNGHEZZA_MASSIMA) return ko(`il modello supera ${LUNGHEZZA_MASSIMA} caratteri`);
  const difetto = findDifetto(modello);
  if (difetto !== undefined) return ko(difetto);
  try {
    const espressione = new RegExp(`^(?:${modello})$`);
    return ok((iuv) => iuv.length <= IUV_MASSIMO && espressione.test(iuv));
  } catch {
    return ko("non è un'espressione regolare");
  }
};
