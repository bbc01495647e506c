/** The QR code as geometry: the notice guidelines want it vector, black on white, 25×25 mm (AVV 3.5, codice QR). */
import { create } from "qrcode";

export interface Rettangolo {
  readonly x: number;
  readonly y: number;
  readonly larghezza: number;
}

export interface CodiceQr {
  /** Modules per side, without the quiet zone. */
  readonly lato: number;
  /** Dark runs, one module high, in module units. */
  readonly tratti: readonly Rettangolo[];
}

// ISO 18004, version 4 with error correction M: 62 bytes. The pagoPA string is at most 53.
const VERSIONE = 4;
const BYTE_VERSIONE_4_M = 62;

/**
 * The code of `contenuto` with error correction M, at version 4 (33×33 modules) as prescribed whenever it holds the content.
 * Throws when no QR code can hold it.
 */
export const disegnaQr = (contenuto: string): CodiceQr => {
  const prescritta = Buffer.byteLength(contenuto) <= BYTE_VERSIONE_4_M;
  // One segment in byte mode: switching mode in the middle of so short a string saves nothing and some readers stumble on it.
  const segmenti = [{ data: new TextEncoder().encode(contenuto), mode: "byte" as const }];
  const { modules } = create(segmenti, prescritta ? { errorCorrectionLevel: "M", version: VERSIONE } : { errorCorrectionLevel: "M" });
  const tratti: Rettangolo[] = [];
  for (let y = 0; y < modules.size; y++) {
    let inizio = -1;
    for (let x = 0; x <= modules.size; x++) {
      const scuro = x < modules.size && modules.get(y, x) !== 0;
      if (scuro && inizio < 0) inizio = x;
      if (!scuro && inizio >= 0) {
        tratti.push({ x: inizio, y, larghezza: x - inizio });
        inizio = -1;
      }
    }
  }
  return { lato: modules.size, tratti };
};
