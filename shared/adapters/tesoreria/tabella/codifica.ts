/** Bytes of a table of text in the one form that is cut into records: ASCII where it matters (UTF-8, Windows-1252), lines ended by LF. */
import type { CodificaTabella } from "../../../domain/tesoreria/profili/profilo.ts";

export interface CodificaVista {
  /** Absent = UTF-8 or Windows-1252, told record by record: a file may be ASCII for ten thousand rows before its first accent. */
  readonly codifica?: CodificaTabella;
  /** Bytes of the mark at the beginning. */
  readonly segno: number;
  /** Lines end by CR alone, as old Macs did. */
  readonly soloCr: boolean;
}

const ASSAGGIO = 4096;
/** Half of the bytes of a text in UTF-16 are zero, on the same side. */
const QUOTA_ZERI = 0.3;

const utf16Of = (byte: Uint8Array): CodificaTabella | undefined => {
  const zeri = [0, 0];
  for (let i = 0; i < byte.length; i++) if (byte[i] === 0) zeri[i % 2] = (zeri[i % 2] ?? 0) + 1;
  const [pari = 0, dispari = 0] = zeri;
  const soglia = byte.length * QUOTA_ZERI;
  return dispari > soglia ? "UTF-16LE" : pari > soglia ? "UTF-16BE" : undefined;
};

/** @param dichiarata by the profile: it wins over what the bytes show, but for their mark. */
export function detectCodifica(inizio: Uint8Array, dichiarata: CodificaTabella | undefined): CodificaVista {
  const [a, b, c] = inizio;
  const assaggio = inizio.subarray(0, ASSAGGIO);
  const soloCr = assaggio.includes(0x0d) && !assaggio.includes(0x0a);
  if (a === 0xef && b === 0xbb && c === 0xbf) return { codifica: "UTF-8", segno: 3, soloCr };
  if (a === 0xff && b === 0xfe) return { codifica: "UTF-16LE", segno: 2, soloCr };
  if (a === 0xfe && b === 0xff) return { codifica: "UTF-16BE", segno: 2, soloCr };
  const codifica = dichiarata ?? utf16Of(assaggio);
  return { segno: 0, soloCr, ...(codifica === undefined ? {} : { codifica }) };
}

async function* toUtf8(pezzi: AsyncIterable<Uint8Array>, codifica: "utf-16le" | "utf-16be"): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(codifica);
  const encoder = new TextEncoder();
  for await (const pezzo of pezzi) yield encoder.encode(decoder.decode(pezzo, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function* crToLf(pezzi: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const pezzo of pezzi) yield pezzo.map((b) => (b === 0x0d ? 0x0a : b));
}

async function* dropSegno(pezzi: AsyncIterable<Uint8Array>, segno: number): AsyncGenerator<Uint8Array> {
  let daTogliere = segno;
  for await (const pezzo of pezzi) {
    const tolti = Math.min(daTogliere, pezzo.length);
    daTogliere -= tolti;
    if (tolti < pezzo.length) yield pezzo.subarray(tolti);
  }
}

/** The stream of bytes that records are cut from. */
export function normalizeByte(pezzi: AsyncIterable<Uint8Array>, { codifica, segno, soloCr }: CodificaVista): AsyncIterable<Uint8Array> {
  const senzaSegno = segno === 0 ? pezzi : dropSegno(pezzi, segno);
  const decodificati =
    codifica === "UTF-16LE" || codifica === "UTF-16BE" ? toUtf8(senzaSegno, codifica === "UTF-16LE" ? "utf-16le" : "utf-16be") : senzaSegno;
  return soloCr ? crToLf(decodificati) : decodificati;
}
