/** Reading of JSON bodies: bounded depth, and numbers whose text a double does not carry are not silently rounded. */
import { type Esito, ko, ok } from "../../domain/esito.ts";

const PROFONDITA_MASSIMA = 32;

/** True when the double prints back as the same decimal (apart from trailing zeros and exponent form). */
const isFedele = (valore: number, sorgente: string): boolean => {
  const [parteIntera = "", decimali = ""] = sorgente.split(".");
  if (/[eE]/.test(sorgente)) return Number.isSafeInteger(valore);
  const normale = decimali.replace(/0+$/, "");
  return String(valore) === (normale === "" ? parteIntera : `${parteIntera}.${normale}`) || valore === 0;
};

const isTroppoProfondo = (valore: unknown, residuo: number): boolean => {
  if (typeof valore !== "object" || valore === null) return false;
  if (residuo === 0) return true;
  return Object.values(valore).some((figlio) => isTroppoProfondo(figlio, residuo - 1));
};

/**
 * Parses a body. An unfaithful number (too many digits) becomes its text, which every numeric field then refuses naming itself.
 * Errors: Italian sentence for the caller.
 */
export const parseJson = (testo: string): Esito<unknown> => {
  try {
    const valore: unknown = JSON.parse(testo, (_chiave, figlio: unknown, contesto?: { source?: string }) =>
      typeof figlio === "number" && contesto?.source !== undefined && !isFedele(figlio, contesto.source) ? contesto.source : figlio,
    );
    if (isTroppoProfondo(valore, PROFONDITA_MASSIMA)) return ko(`il corpo annida più di ${PROFONDITA_MASSIMA} livelli`);
    return ok(valore);
  } catch {
    return ko("il corpo della richiesta non è JSON ben formato");
  }
};
