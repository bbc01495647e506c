/**
 * From a text to the codewords of a DataMatrix (ISO/IEC 16022): ASCII encodation, where two digits share a codeword, then C40, where three
 * capitals or blanks share two. The text of Poste starts with digits and goes on in capitals, so one change of encodation is enough.
 */
const PAD = 129;
const LATCH_C40 = 230;
const UNLATCH = 254;

const isCifra = (carattere: string | undefined): boolean => carattere !== undefined && carattere >= "0" && carattere <= "9";

const encodeAscii = (testo: string): number[] => {
  const parole: number[] = [];
  for (let i = 0; i < testo.length; i++) {
    if (isCifra(testo[i]) && isCifra(testo[i + 1])) {
      parole.push(130 + Number(testo.slice(i, i + 2)));
      i++;
    } else parole.push(testo.charCodeAt(i) + 1);
  }
  return parole;
};

/** C40 values of one printable ASCII character: one for blanks, digits and capitals, two (a shift before) for the others. */
const valoriC40 = (carattere: string): number[] => {
  const c = carattere.charCodeAt(0);
  if (c === 32) return [3];
  if (c >= 48 && c <= 57) return [c - 44];
  if (c >= 65 && c <= 90) return [c - 51];
  if (c >= 33 && c <= 47) return [1, c - 33];
  if (c >= 58 && c <= 64) return [1, c - 43];
  if (c >= 91 && c <= 95) return [1, c - 69];
  return [2, c - 96];
};

/** The longest beginning of `testo` whose values make whole triplets; what is left goes back to ASCII. */
const dividiC40 = (testo: string): { valori: number[]; resto: string } => {
  const valori: number[] = [];
  let utili = 0;
  let caratteri = 0;
  for (let i = 0; i < testo.length; i++) {
    valori.push(...valoriC40(testo[i] ?? " "));
    if (valori.length % 3 === 0) {
      utili = valori.length;
      caratteri = i + 1;
    }
  }
  return { valori: valori.slice(0, utili), resto: testo.slice(caratteri) };
};

const encodeC40 = (testo: string): number[] => {
  const { valori, resto } = dividiC40(testo);
  if (valori.length === 0) return encodeAscii(testo);
  const parole = [LATCH_C40];
  for (let i = 0; i < valori.length; i += 3) {
    const terna = 1600 * (valori[i] ?? 0) + 40 * (valori[i + 1] ?? 0) + (valori[i + 2] ?? 0) + 1;
    parole.push(terna >> 8, terna & 255);
  }
  return [...parole, UNLATCH, ...encodeAscii(resto)];
};

/** Where to leave ASCII for C40, judging by how many codewords each side takes; a change in the middle of a pair of digits is no choice. */
const scegliCambio = (testo: string): number => {
  const valori = new Float64Array(testo.length + 1);
  for (let i = testo.length - 1; i >= 0; i--) valori[i] = (valori[i + 1] ?? 0) + valoriC40(testo[i] ?? " ").length;
  let migliore = { posto: testo.length, costo: Number.POSITIVE_INFINITY };
  let parole = 0;
  for (let i = 0; i <= testo.length; ) {
    const costo = parole + (2 * (valori[i] ?? 0)) / 3;
    if (costo < migliore.costo) migliore = { posto: i, costo };
    i += isCifra(testo[i]) && isCifra(testo[i + 1]) ? 2 : 1;
    parole++;
  }
  return migliore.posto;
};

/** Codewords of a text of printable ASCII characters, changing encodation once where that makes them fewer. Throws for any other character. */
export const encodeTesto = (testo: string): readonly number[] => {
  if (!/^[ -~]*$/.test(testo)) throw new Error("DataMatrix: ammessi solo caratteri ASCII stampabili");
  const soloAscii = encodeAscii(testo);
  const cambio = scegliCambio(testo);
  const parole = [...encodeAscii(testo.slice(0, cambio)), ...encodeC40(testo.slice(cambio))];
  return parole.length < soloAscii.length ? parole : soloAscii;
};

/** Fills up to the capacity of the symbol; from the second on, pads are scrambled so that they draw no pattern (ISO/IEC 16022, 5.2.3). */
export const riempi = (parole: readonly number[], capienza: number): number[] => {
  const tutte = [...parole];
  while (tutte.length < capienza) {
    const scarto = ((149 * (tutte.length + 1)) % 253) + 1;
    const pad = PAD + scarto;
    tutte.push(tutte.length === parole.length ? PAD : pad <= 254 ? pad : pad - 254);
  }
  return tutte;
};
