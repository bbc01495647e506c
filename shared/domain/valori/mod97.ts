/** ISO 7064 mod 97-10, the one check shared by IBAN (ISO 13616) and RF references (ISO 11649). */

/** Remainder mod 97 of a text read as digits, with A=10 .. Z=35 and lower case as upper; anything else in the text is a programming error. */
export function mod97(testo: string): number {
  let resto = 0;
  for (const carattere of testo) {
    const valore = Number.parseInt(carattere, 36);
    if (Number.isNaN(valore)) throw new RangeError(`mod97: carattere non ammesso ${JSON.stringify(carattere)}`);
    resto = (resto * (valore > 9 ? 100 : 10) + valore) % 97;
  }
  return resto;
}

/** True when the four leading characters (country or RF, and two digits) agree with the rest. */
export const hasMod97Valido = (codice: string): boolean => mod97(codice.slice(4) + codice.slice(0, 4)) === 1;

/** True for an ISO 11649 creditor reference (RF, two check digits, 1 to 21 characters) whose check digits agree. */
export const isRiferimentoRf = (testo: string): boolean => /^RF\d{2}[A-Z0-9]{1,21}$/i.test(testo) && hasMod97Valido(testo);
