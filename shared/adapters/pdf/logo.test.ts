import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leggiLogo } from "./logo.ts";
import { decodificaPng, scriviPng } from "./png.ts";

/** A PNG built by hand from its parts; the CRCs are not checked by readers of this kind. */
const png = (ihdr: readonly number[], righe: readonly number[], altri: readonly [string, readonly number[]][] = []): Buffer => {
  const blocco = (nome: string, corpo: Uint8Array): Buffer => {
    const testa = Buffer.alloc(4);
    testa.writeUInt32BE(corpo.length);
    return Buffer.concat([testa, Buffer.from(nome), corpo, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    blocco("IHDR", Buffer.from(ihdr)),
    ...altri.map(([nome, corpo]) => blocco(nome, Buffer.from(corpo))),
    blocco("IDAT", deflateSync(Buffer.from(righe))),
    blocco("IEND", Buffer.alloc(0)),
  ]);
};

const ihdr = (larghezza: number, altezza: number, bit: number, tipo: number, intreccio = 0): number[] => [
  ...[0, 0, larghezza >> 8, larghezza & 255],
  ...[0, 0, altezza >> 8, altezza & 255],
  ...[bit, tipo, 0, 0, intreccio],
];

const colori = (byte: Buffer): number[] | undefined => {
  const immagine = decodificaPng(byte, 1_000_000);
  return immagine === undefined ? undefined : [...immagine.rgb];
};

describe("decodificaPng", () => {
  it.each([
    ["RGB a 8 bit", png(ihdr(2, 1, 8, 2), [0, 10, 20, 30, 40, 50, 60]), [10, 20, 30, 40, 50, 60]],
    ["RGB a 16 bit", png(ihdr(1, 1, 16, 2), [0, 255, 255, 0, 0, 128, 0]), [255, 0, 128]],
    ["grigio a 1 bit", png(ihdr(3, 1, 1, 0), [0, 0b10100000]), [255, 255, 255, 0, 0, 0, 255, 255, 255]],
    ["grigio con trasparenza", png(ihdr(2, 1, 8, 4), [0, 0, 255, 0, 0]), [0, 0, 0, 255, 255, 255]],
    ["RGB con trasparenza a metà", png(ihdr(1, 1, 8, 6), [0, 255, 0, 0, 51]), [255, 204, 204]],
    [
      "tavolozza a 4 bit con un colore trasparente",
      png(
        ihdr(2, 1, 4, 3),
        [0, 0x01],
        [
          ["PLTE", [1, 2, 3, 4, 5, 6]],
          ["tRNS", [255, 0]],
        ],
      ),
      [1, 2, 3, 255, 255, 255],
    ],
    ["colore trasparente per chiave", png(ihdr(1, 1, 8, 2), [0, 7, 8, 9], [["tRNS", [0, 7, 0, 8, 0, 9]]]), [255, 255, 255]],
    ["grigio trasparente per chiave", png(ihdr(2, 1, 8, 0), [0, 7, 8], [["tRNS", [0, 7]]]), [255, 255, 255, 8, 8, 8]],
  ])("legge %s sul bianco", (_nome, byte, attesi) => {
    expect(colori(byte)).toEqual(attesi);
  });

  it.each([
    ["Sub", 1, [10, 5, 5], [10, 15, 20]],
    ["Up", 2, [1, 1, 1], [101, 111, 121]],
    ["Average", 3, [0, 0, 0], [50, 80, 100]],
    ["Paeth", 4, [0, 0, 0], [100, 110, 120]],
  ])("toglie il filtro %s", (_nome, filtro, riga, attesa) => {
    const letti = colori(png(ihdr(3, 2, 8, 0), [0, 100, 110, 120, filtro, ...riga]));
    expect(letti?.filter((_, n) => n % 3 === 0).slice(3)).toEqual(attesa);
  });

  it("ricompone un'immagine intrecciata", () => {
    // 2×2 with Adam7: pass 1 has (0,0), pass 6 has (1,0), pass 7 has the second row.
    expect(colori(png(ihdr(2, 2, 8, 0, 1), [0, 10, 0, 20, 0, 30, 40]))?.filter((_, n) => n % 3 === 0)).toEqual([10, 20, 30, 40]);
  });

  it.each([
    ["non è un PNG", Buffer.from("GIF89a-----------------")],
    ["ha profondità impossibile", png(ihdr(1, 1, 3, 0), [0, 0])],
    ["ha un filtro ignoto", png(ihdr(1, 1, 8, 0), [9, 0])],
    ["ha meno dati del dichiarato", png(ihdr(5, 5, 8, 0), [0, 0])],
    ["ha più dati del dichiarato", png(ihdr(1, 1, 8, 0), new Array<number>(5000).fill(0))],
    ["non ha lati", png(ihdr(0, 0, 8, 0), [])],
    ["dichiara troppi pixel", png(ihdr(60000, 60000, 1, 0), [0])],
  ])("rifiuta il file che %s", (_nome, byte) => {
    expect(colori(byte)).toBeUndefined();
  });

  it("rilegge ciò che scrive", () => {
    const rgb = fc.uint8Array({ minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(rgb, (pixel) => {
        expect(colori(scriviPng({ larghezza: 4, altezza: 3, rgb: pixel }))).toEqual([...pixel]);
      }),
    );
  });

  it("non solleva mai eccezioni, comunque il file sia guasto", () => {
    const sano = png(ihdr(4, 4, 8, 6), new Array<number>(68).fill(0));
    const guasto = fc.array(fc.tuple(fc.nat(sano.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(guasto, fc.nat(sano.length), (colpi, taglio) => {
        const copia = Buffer.from(sano);
        for (const [dove, valore] of colpi) copia[dove] = valore;
        leggiLogo(copia.subarray(0, taglio));
      }),
    );
  });
});

describe("leggiLogo", () => {
  const jpeg = (componenti: number, bit = 8): Buffer =>
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 11, bit, 0, 20, 0, 30, componenti, 1, 0x11, 0]);

  it("tiene un JPEG com'è", () => {
    expect(leggiLogo(jpeg(3))?.byte.equals(jpeg(3))).toBe(true);
  });

  it.each([
    ["con due componenti", jpeg(2)],
    ["a 12 bit", jpeg(3, 12)],
    ["senza perdita", Buffer.concat([jpeg(3).subarray(0, 9), Buffer.from([0xc3]), jpeg(3).subarray(10)])],
    ["senza pixel", Buffer.concat([jpeg(3).subarray(0, 13), Buffer.alloc(4), jpeg(3).subarray(17)])],
    ["senza intestazione d'immagine", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4]), Buffer.alloc(40)])],
  ])("rifiuta un JPEG %s", (_nome, byte) => {
    expect(leggiLogo(byte)).toBeUndefined();
  });

  it("riduce un'immagine molto più grande della stampa", () => {
    const grande = scriviPng({ larghezza: 1500, altezza: 1500, rgb: new Uint8Array(1500 * 1500 * 3).fill(200) });
    const ridotta = decodificaPng(leggiLogo(grande)?.byte ?? Buffer.alloc(0), 1_000_000);
    expect(ridotta?.larghezza).toBe(750);
    expect(ridotta?.rgb.every((v) => v === 200)).toBe(true);
  });

  it("rifiuta un file oltre i 2 MB", () => {
    expect(leggiLogo(new Uint8Array(2_000_001).fill(0xff))).toBeUndefined();
  });
});
