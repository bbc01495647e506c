/** Tax codes of debtors and creditors. Predicates only: whether a wrong check character refuses or warns is decided by who asks. */
import { letteraDiControllo } from "./lettera-controllo.ts";

// In case of homocody the seven digits, from the right, become letters: L is 0 .. V is 9.
const OMOCODIA = "LMNPQRSTUV";
const CIFRA = `[0-9${OMOCODIA}]`;
const PERSONA = new RegExp(`^[A-Z]{6}${CIFRA}{2}[ABCDEHLMPRST](${CIFRA}{2})[A-Z]${CIFRA}{3}[A-Z]$`);

/**
 * True for the tax code of a person: 16 upper-case characters with a right check letter (homocody included), or the 11 digits of a
 * provisional code.
 */
export function isCodiceFiscale(testo: string): boolean {
  const parti = PERSONA.exec(testo);
  if (parti === null) return isPartitaIva(testo);
  const giorno = Number([...(parti[1] ?? "")].map((c) => (OMOCODIA.includes(c) ? OMOCODIA.indexOf(c) : c)).join(""));
  return isGiornoDiNascita(giorno) && testo.endsWith(letteraDiControllo(testo.slice(0, 15)));
}

// Women have 40 added to the day of birth.
const isGiornoDiNascita = (giorno: number): boolean => (giorno >= 1 && giorno <= 31) || (giorno >= 41 && giorno <= 71);

/** True for 11 digits whose last is the right check digit: VAT numbers, codes of bodies, provisional codes of persons. */
export function isPartitaIva(testo: string): boolean {
  if (!/^\d{11}$/.test(testo)) return false;
  let somma = 0;
  for (let i = 0; i < 10; i++) {
    const cifra = Number(testo.charAt(i));
    const doppio = cifra * 2;
    somma += i % 2 === 0 ? cifra : doppio > 9 ? doppio - 9 : doppio;
  }
  return (10 - (somma % 10)) % 10 === Number(testo.charAt(10));
}

/** Kind of subject that a code belongs to, by its shape: 11 digits are a body (G), anything else a person (F), ANONIMO included. */
export const tipoSoggettoDi = (codice: string): "F" | "G" => (/^\d{11}$/.test(codice) ? "G" : "F");
