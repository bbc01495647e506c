/** Texts that name no flow and no payment and look like pagoPA all the same: what a person has to look at, and how they are put together. */

/** Words of the forms and of the senders; each is enough. */
const PAROLE: readonly RegExp[] = [
  /PAGO ?P\.? ?A\b/i,
  /LGPE|RIVERSAMENTO\W{0,2}URI|\bPUR\b\W{0,2}L ?G ?P ?E/i,
  /\bRF[SB]\b\W/i,
  /BOLLETTIN[OI] P\.? ?A\b/i,
  /\b(?:IUV|IUF|IUR|CBILL)\b/i,
];

/** Senders of settlement transfers: the SACI has them write "<PSP> Servizio pagoPA", not all of them do. */
const ORDINANTI =
  /POSTE ?PAY|PPAYITR1|SATISPAY|MOONEY|SISAL ?PAY|LOTTOMATICA|LIS ?PAY|PUNTO ?LIS|ISYBANK|NEXI\b|WORLDLINE|BANCA 5\b|TINABA|FLOWE/i;

/** @param riga a movement whose text gave no key. */
export const sembraPagoPa = ({ causale, ordinante = "" }: { readonly causale: string; readonly ordinante?: string }): boolean =>
  PAROLE.some((parola) => parola.test(causale) || parola.test(ordinante)) || ORDINANTI.test(ordinante) || ORDINANTI.test(causale);

/** Long enough to tell two texts apart, short enough to be a key. */
const LUNGHEZZA_FORMA = 120;

/** What texts of the same make have in common: upper case, blanks collapsed, every number 9, codes with digits #, at most 120 characters. */
export const formaNormalizzata = (testo: string): string =>
  testo
    .slice(0, 4 * LUNGHEZZA_FORMA)
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .toUpperCase()
    .replace(/\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{8,}\b/g, "#")
    .replace(/\d+/g, "9")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LUNGHEZZA_FORMA);
