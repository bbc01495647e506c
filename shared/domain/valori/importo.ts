/** Amounts exist here as whole cents in bigint: a decimal is only ever a text at the edge, so no rounding can happen in between. */
import { type Esito, ko, ok } from "../esito.ts";

/** The largest amount the protocol carries: 999999999.99 euro, in cents. */
export const IMPORTO_MASSIMO_CENTESIMI = 99_999_999_999n;

const IMPORTO = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/**
 * Reads a decimal amount in euro ("10", "10.5", "10.50") into cents.
 * @param campo name of the field, for the message.
 */
export function parseImporto(testo: string, campo = "importo"): Esito<bigint> {
  const parti = IMPORTO.exec(testo);
  if (parti === null) {
    return ko(`Il campo ${campo} deve essere un importo in euro da 0 a 999999999.99, con il punto e al massimo 2 decimali`);
  }
  const [, interi = "0", decimali = ""] = parti;
  return ok(BigInt(interi) * 100n + BigInt(decimali.padEnd(2, "0")));
}

/** Writes cents as euro with exactly two decimals and a dot: 123450n is "1234.50". */
export function formatImporto(centesimi: bigint): string {
  const segno = centesimi < 0n ? "-" : "";
  const cifre = (centesimi < 0n ? -centesimi : centesimi).toString().padStart(3, "0");
  return `${segno}${cifre.slice(0, -2)}.${cifre.slice(-2)}`;
}

/** Writes cents as people read them in Italy: 123450n is "1.234,50". */
export function formatImportoItaliano(centesimi: bigint): string {
  const [interi = "0", decimali = "00"] = formatImporto(centesimi).split(".");
  return `${interi.replace(/\B(?=(?:\d{3})+$)/g, ".")},${decimali}`;
}

/** Sum in cents; the sum of nothing is zero. */
export function sumImporti(importi: Iterable<bigint>): bigint {
  let somma = 0n;
  for (const importo of importi) somma += importo;
  return somma;
}

/**
 * Cents as the number that JSON prints with the same digits (123450n is 1234.5). Exact within the protocol's limit, which is far below the
 * fifteen significant digits a double always gives back.
 */
export function toNumeroJson(centesimi: bigint): number {
  return Number(formatImporto(centesimi));
}

/** Reads a JSON number in euro into cents through its text: multiplying by 100 would turn 1.15 into 114.99999999999999. */
export function fromNumeroJson(numero: number, campo = "importo"): Esito<bigint> {
  return parseImporto(String(numero), campo);
}
