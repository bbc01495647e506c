/**
 * The logo of a creditor is a file uploaded by somebody, printed on notices and served to browsers: what is not an image that both can show
 * never enters the registry. The content decides what it is, not what its sender says.
 */
import { type Esito, ko, ok } from "../esito.ts";

export type TipoLogo = "image/png" | "image/jpeg" | "image/svg+xml";

export interface Logo {
  readonly tipo: TipoLogo;
  readonly contenuto: Uint8Array;
}

const BYTE_MASSIMI = 75_000;
const LATO_MASSIMO = 4_000;
const PIXEL_MASSIMI = 4_000_000;

const FIRMA_PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Misure {
  readonly larghezza: number;
  readonly altezza: number;
}

const at = (byte: Uint8Array, i: number): number => byte[i] ?? 0;
const intero16 = (byte: Uint8Array, i: number): number => (at(byte, i) << 8) | at(byte, i + 1);
const intero32 = (byte: Uint8Array, i: number): number => intero16(byte, i) * 65_536 + intero16(byte, i + 2);
const nomeDi = (byte: Uint8Array, i: number): string => String.fromCharCode(...byte.subarray(i, i + 4));

/** Follows the chunks to the last one: a truncated or padded file has no end where it says. */
const measurePng = (byte: Uint8Array): Misure | undefined => {
  if (nomeDi(byte, 12) !== "IHDR" || intero32(byte, 8) !== 13) return undefined;
  let dati = false;
  for (let i = 8; i + 12 <= byte.length; i += 12 + intero32(byte, i)) {
    const nome = nomeDi(byte, i + 4);
    if (nome === "IDAT") dati = true;
    if (nome === "IEND") return dati ? { larghezza: intero32(byte, 16), altezza: intero32(byte, 20) } : undefined;
  }
  return undefined;
};

/** The frame header of the kinds that readers of PDF decode; the file must reach its end marker. */
const measureJpeg = (byte: Uint8Array): Misure | undefined => {
  const finito = byte.subarray(-32).some((valore, i, coda) => valore === 0xff && coda[i + 1] === 0xd9);
  for (let i = 2; finito && i + 10 <= byte.length && at(byte, i) === 0xff; i += 2 + intero16(byte, i + 2)) {
    const marca = at(byte, i + 1);
    if (marca >= 0xc0 && marca <= 0xc2) return { altezza: intero16(byte, i + 5), larghezza: intero16(byte, i + 7) };
    if (intero16(byte, i + 2) < 2 || marca === 0xda) return undefined;
  }
  return undefined;
};

const VIETATI_SVG = [
  [/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet/i, "dichiarazioni DOCTYPE, ENTITY o fogli di stile esterni"],
  [/<\s*(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|animate|set)\b/i, "script, animazioni o contenuti esterni"],
  [/\son\w+\s*=/i, "gestori di eventi"],
  [/(?:javascript|vbscript|data\s*:\s*text)\s*:?/i, "indirizzi che eseguono codice"],
  [/(?:href|src)\s*=\s*["']?\s*(?!["']?#|["']?data:image\/(?:png|jpeg);base64,)[^"'\s>#]/i, "riferimenti esterni"],
  [/@import|url\(\s*["']?(?!["']?#)/i, "riferimenti esterni negli stili"],
  [/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/i, "entità"],
] as const;

/** An SVG is a document, not only an image: only those that show and do nothing else. */
const checkSvg = (byte: Uint8Array): Esito<void> => {
  let testo: string;
  try {
    testo = new TextDecoder("utf-8", { fatal: true }).decode(byte);
  } catch {
    return ko("l'SVG non è in UTF-8");
  }
  // Written as numbers, letters pass under the expressions and come back in the browser.
  const chiaro = testo.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_tutto, sedici?: string, dieci?: string) => {
    const codice = sedici === undefined ? Number(dieci) : Number.parseInt(sedici, 16);
    return codice <= 0x10ffff ? String.fromCodePoint(codice) : "";
  });
  const vietato = VIETATI_SVG.find(([regola]) => regola.test(testo) || regola.test(chiaro.replace(/[\t\n\r]/g, "")));
  if (vietato) return ko(`l'SVG contiene ${vietato[1]}, non ammessi`);
  return /<\/(?:\w+:)?svg\s*>\s*$/.test(testo) ? ok(undefined) : ko("l'SVG non è completo");
};

const isSvg = (byte: Uint8Array): boolean => {
  const inizio = new TextDecoder().decode(byte.subarray(0, 1_000));
  return /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)*(?:<!DOCTYPE[^>]{0,300}>\s*)?<(?:\w+:)?svg[\s>]/.test(inizio);
};

const decode = (base64: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(base64), (carattere) => carattere.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const checkMisure = (tipo: TipoLogo, misure: Misure | undefined): Esito<TipoLogo> => {
  if (!misure) return ko("l'immagine è danneggiata o incompleta");
  const { larghezza, altezza } = misure;
  if (larghezza === 0 || altezza === 0) return ko("l'immagine è vuota");
  if (larghezza > LATO_MASSIMO || altezza > LATO_MASSIMO || larghezza * altezza > PIXEL_MASSIMI)
    return ko(`l'immagine è di ${larghezza}×${altezza} pixel: al massimo ${LATO_MASSIMO} per lato e ${PIXEL_MASSIMI} in tutto`);
  return ok(tipo);
};

const recognize = (byte: Uint8Array): Esito<TipoLogo> => {
  if (FIRMA_PNG.every((valore, i) => byte[i] === valore)) return checkMisure("image/png", measurePng(byte));
  if (byte[0] === 0xff && byte[1] === 0xd8 && byte[2] === 0xff) return checkMisure("image/jpeg", measureJpeg(byte));
  if (!isSvg(byte)) return ko("attesa un'immagine PNG, JPEG o SVG");
  const svg = checkSvg(byte);
  return svg.ok ? ok("image/svg+xml") : svg;
};

/** @param base64 of the file, at most 75 kB. Errors: why it cannot be a logo, in Italian. */
export const readLogo = (base64: string): Esito<Logo> => {
  const contenuto = decode(base64);
  if (!contenuto) return ko("attesa un'immagine in base64");
  if (contenuto.length > BYTE_MASSIMI) return ko(`l'immagine supera ${BYTE_MASSIMI} byte`);
  const tipo = recognize(contenuto);
  return tipo.ok ? ok({ tipo: tipo.valore, contenuto }) : tipo;
};
