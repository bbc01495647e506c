/** Reads printed codes back, for the tests, with a decoder that is not ours (zxing, as WebAssembly from the package, never from the network). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { CodiceMatrice } from "../matrice.ts";
import { scriviPng } from "../png.ts";
import type { Brano, Letto } from "./lettore-pdf.ts";

type Formato = "QRCode" | "DataMatrix";

let pronto: Promise<unknown> | undefined;

const prepara = (): Promise<unknown> => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  const wasmBinary = new ArrayBuffer(wasm.length);
  new Uint8Array(wasmBinary).set(wasm);
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};

const PIXEL = 8;
const MARGINE = 4;

/** Paints the code, eight pixels a module and a quiet zone of four modules, and decodes the picture. */
export const rileggi = async ({ lato, tratti }: CodiceMatrice, formato: Formato) => {
  pronto ??= prepara();
  await pronto;
  const punti = (lato + 2 * MARGINE) * PIXEL;
  const rgb = new Uint8Array(punti * punti * 3).fill(255);
  for (const t of tratti) {
    const x = (t.x + MARGINE) * PIXEL;
    for (let y = (t.y + MARGINE) * PIXEL; y < (t.y + MARGINE + 1) * PIXEL; y++) {
      rgb.fill(0, (y * punti + x) * 3, (y * punti + x + t.larghezza * PIXEL) * 3);
    }
  }
  const letti = await readBarcodes(scriviPng({ larghezza: punti, altezza: punti, rgb }), { formats: [formato] });
  return { testi: letti.map((l) => l.text), versione: String(letti[0]?.version), correzione: letti[0]?.ecLevel };
};

/** Decodes a figure of a printed sheet, from the rectangles that draw it. Answers also its side in points. */
export const rileggiFigura = async (letto: Letto, { mcid }: Brano, formato: Formato) => {
  const rettangoli = letto.rettangoli.filter((r) => r.mcid === mcid);
  const modulo = rettangoli[0]?.altezza ?? 1;
  const x0 = Math.min(...rettangoli.map((r) => r.x));
  const y0 = Math.min(...rettangoli.map((r) => r.y));
  const ampiezza = Math.max(...rettangoli.map((r) => r.x + r.larghezza)) - x0;
  const moduli = (punti: number): number => Math.round(punti / modulo);
  // The operators of the page are written in its flipped coordinates: rows already go downwards.
  const tratti = rettangoli.map((r) => ({ x: moduli(r.x - x0), y: moduli(r.y - y0), larghezza: moduli(r.larghezza) }));
  return { ...(await rileggi({ lato: moduli(ampiezza), tratti }, formato)), ampiezza };
};
