/** The QR code of a notice (AVV 3.5, codice QR). */
import { create } from "qrcode";
import { type CodiceMatrice, toTratti } from "./matrice.ts";

// ISO 18004, version 4 with error correction M: 62 bytes. The pagoPA string is at most 53.
const VERSIONE = 4;
const BYTE_VERSIONE_4_M = 62;

/**
 * The code of `contenuto` with error correction M, at version 4 (33×33 modules) as prescribed whenever it holds the content.
 * Throws when no QR code can hold it.
 */
export const disegnaQr = (contenuto: string): CodiceMatrice => {
  const prescritta = Buffer.byteLength(contenuto) <= BYTE_VERSIONE_4_M;
  // One segment in byte mode: switching mode in the middle of so short a string saves nothing and some readers stumble on it.
  const segmenti = [{ data: new TextEncoder().encode(contenuto), mode: "byte" as const }];
  const { modules } = create(segmenti, prescritta ? { errorCorrectionLevel: "M", version: VERSIONE } : { errorCorrectionLevel: "M" });
  return toTratti(modules.size, (x, y) => modules.get(y, x) !== 0);
};
