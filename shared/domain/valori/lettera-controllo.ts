/** The check letter that Italian tax codes and bank coordinates (CIN) share: one table, one sum, remainder by 26. */

// Values of the characters in odd position (1-based), for A..Z; a digit counts as the letter in its place (0 as A .. 9 as J).
const DISPARI = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23] as const;

/** Check letter of a text made of digits and upper-case letters. */
export function letteraDiControllo(testo: string): string {
  let somma = 0;
  for (let i = 0; i < testo.length; i++) {
    const carattere = testo.charAt(i);
    const valore = /\d/.test(carattere) ? Number(carattere) : carattere.charCodeAt(0) - 65;
    somma += i % 2 === 0 ? (DISPARI[valore] ?? 0) : valore;
  }
  return String.fromCharCode(65 + (somma % 26));
}
