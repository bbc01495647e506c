/**
 * The fonts of the notice (AVV 3.5, tipografia: Titillium Web for text, Roboto Mono for digits), read once per process.
 * They are files beside this module: in a bundle `import.meta.url` is that of the chunk, so the folder `font/` must be copied
 * beside the chunks (see font/README.md).
 */
import { readFileSync } from "node:fs";

const FILE = {
  testo: "titillium-web-regular.ttf",
  forte: "titillium-web-bold.ttf",
  cifre: "roboto-mono-regular.ttf",
  cifreForti: "roboto-mono-bold.ttf",
} as const;

export type Carattere = keyof typeof FILE;

export const CARATTERI: readonly Carattere[] = ["testo", "forte", "cifre", "cifreForti"];

const letti = new Map<Carattere, Buffer>();

/** Bytes of a TrueType font. Throws when the folder `font/` was not deployed beside the code. */
export const leggiCarattere = (carattere: Carattere): Buffer => {
  const noto = letti.get(carattere);
  if (noto !== undefined) return noto;
  const byte = readFileSync(new URL(`./font/${FILE[carattere]}`, import.meta.url));
  letti.set(carattere, byte);
  return byte;
};
