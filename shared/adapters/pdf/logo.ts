/**
 * The creditor's logo is a file uploaded by somebody: here it becomes an image that the PDF library can embed in one step, or nothing.
 * The library alone would decode PNG transparency in a callback whose errors end the process, and trusts the sizes that the file declares.
 */
import { decodificaPng, type Immagine, scriviPng } from "./png.ts";

export interface Logo {
  readonly byte: Buffer;
}

const BYTE_MASSIMI = 2_000_000;
// A PNG is decoded here, a JPEG is embedded as it is: only the first needs a limit of pixels.
const PIXEL_MASSIMI = 4_000_000;
// 30 mm at 600 dpi: more is only weight in every notice.
const LATO_UTILE = 709;

// Start-of-frame markers: 8 bits baseline, extended and progressive are what PDF readers decode; the others are lossless or arithmetic.
const TRAME = [0xc0, 0xc1, 0xc2];
const ALTRE_TRAME = [0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf];

/** What the frame header of a JPEG declares. Only plain chains of segments are followed, so that the PDF library meets the same header. */
const dimensioniJpeg = (byte: Buffer): { larghezza: number; altezza: number; componenti: number } | undefined => {
  let posizione = 2;
  while (posizione + 10 <= byte.length && byte[posizione] === 0xff) {
    const marca = byte.readUInt8(posizione + 1);
    const lunghezza = byte.readUInt16BE(posizione + 2);
    if (TRAME.includes(marca)) {
      if (byte[posizione + 4] !== 8) return undefined;
      return {
        altezza: byte.readUInt16BE(posizione + 5),
        larghezza: byte.readUInt16BE(posizione + 7),
        componenti: byte.readUInt8(posizione + 9),
      };
    }
    const senzaCorpo = marca === 0xff || marca === 0x01 || (marca >= 0xd0 && marca <= 0xd9);
    if (ALTRE_TRAME.includes(marca) || senzaCorpo || lunghezza < 2) return undefined;
    posizione += 2 + lunghezza;
  }
  return undefined;
};

const leggiJpeg = (byte: Buffer): Logo | undefined => {
  const d = dimensioniJpeg(byte);
  const valido = d !== undefined && d.larghezza > 0 && d.altezza > 0 && [1, 3, 4].includes(d.componenti);
  return valido ? { byte } : undefined;
};

/** Averages squares of pixels, so that a huge logo does not travel in every notice. */
const riduci = (immagine: Immagine): Immagine => {
  const fattore = Math.floor(Math.max(immagine.larghezza, immagine.altezza) / LATO_UTILE);
  if (fattore < 2) return immagine;
  const larghezza = Math.max(1, Math.floor(immagine.larghezza / fattore));
  const altezza = Math.max(1, Math.floor(immagine.altezza / fattore));
  const rgb = Buffer.alloc(larghezza * altezza * 3);
  for (let y = 0; y < altezza; y++) {
    for (let x = 0; x < larghezza; x++) {
      for (let canale = 0; canale < 3; canale++) {
        rgb[(y * larghezza + x) * 3 + canale] = media(immagine, x * fattore, y * fattore, fattore, canale);
      }
    }
  }
  return { larghezza, altezza, rgb };
};

const media = (immagine: Immagine, x0: number, y0: number, fattore: number, canale: number): number => {
  let somma = 0;
  let quanti = 0;
  for (let y = y0; y < Math.min(y0 + fattore, immagine.altezza); y++) {
    for (let x = x0; x < Math.min(x0 + fattore, immagine.larghezza); x++) {
      somma += immagine.rgb[(y * immagine.larghezza + x) * 3 + canale] ?? 255;
      quanti++;
    }
  }
  return quanti === 0 ? 255 : Math.round(somma / quanti);
};

/**
 * A PNG or JPEG (recognised by its content) ready to be embedded; transparency is laid on the white of the paper and large images are reduced.
 * Answers nothing for any other file, a damaged one, or one above 2 MB, a PNG above 4 million pixels.
 */
export const leggiLogo = (contenuto: Uint8Array): Logo | undefined => {
  if (contenuto.length < 16 || contenuto.length > BYTE_MASSIMI) return undefined;
  const byte = Buffer.from(contenuto.buffer, contenuto.byteOffset, contenuto.byteLength);
  if (byte[0] === 0xff && byte[1] === 0xd8) return leggiJpeg(byte);
  const immagine = decodificaPng(byte, PIXEL_MASSIMI);
  return immagine === undefined ? undefined : { byte: scriviPng(riduci(immagine)) };
};
