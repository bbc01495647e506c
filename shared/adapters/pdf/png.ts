/** Reads any PNG (ISO 15948) into opaque RGB over white, within limits and without exceptions, and writes the plainest one. */
import { crc32, deflateSync, inflateSync } from "node:zlib";

export interface Immagine {
  readonly larghezza: number;
  readonly altezza: number;
  readonly rgb: Uint8Array;
}

interface Testata {
  readonly larghezza: number;
  readonly altezza: number;
  readonly bit: number;
  readonly tipo: number;
  readonly intrecciata: boolean;
}

interface Sorgente {
  readonly testata: Testata;
  readonly dati: Uint8Array;
  readonly tavolozza: Uint8Array;
  readonly trasparenza: Uint8Array | undefined;
}

const FIRMA = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CANALI: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const PROFONDITA: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const UNA_PASSATA = [[0, 0, 1, 1]] as const;

const leggiTestata = (b: Buffer): Testata | undefined => {
  if (b.length !== 13 || b[10] !== 0 || b[11] !== 0) return undefined;
  const tipo = b.readUInt8(9);
  const bit = b.readUInt8(8);
  if (!(PROFONDITA[tipo] ?? []).includes(bit)) return undefined;
  return { larghezza: b.readUInt32BE(0), altezza: b.readUInt32BE(4), bit, tipo, intrecciata: b[12] === 1 };
};

/** Bytes of the rows of one pass and their number, filter byte apart. */
const passata = (
  t: Testata,
  [x0, y0, dx, dy]: readonly [number, number, number, number],
): { colonne: number; righe: number; passo: number } => {
  const colonne = Math.max(0, Math.ceil((t.larghezza - x0) / dx));
  const righe = Math.max(0, Math.ceil((t.altezza - y0) / dy));
  return { colonne, righe: colonne === 0 ? 0 : righe, passo: Math.ceil((colonne * (CANALI[t.tipo] ?? 1) * t.bit) / 8) };
};

const passate = (t: Testata): readonly (readonly [number, number, number, number])[] => (t.intrecciata ? ADAM7 : UNA_PASSATA);

const leggiBlocchi = (byte: Buffer, pixelMassimi: number): Sorgente | undefined => {
  let testata: Testata | undefined;
  let tavolozza: Uint8Array = new Uint8Array();
  let trasparenza: Uint8Array | undefined;
  const compressi: Buffer[] = [];
  for (let p = 8; p + 12 <= byte.length; ) {
    const lunghezza = byte.readUInt32BE(p);
    const nome = byte.toString("latin1", p + 4, p + 8);
    if (p + 12 + lunghezza > byte.length) return undefined;
    const corpo = byte.subarray(p + 8, p + 8 + lunghezza);
    if (nome === "IHDR") testata = leggiTestata(corpo);
    else if (nome === "PLTE") tavolozza = corpo;
    else if (nome === "tRNS") trasparenza = corpo;
    else if (nome === "IDAT") compressi.push(corpo);
    else if (nome === "IEND") break;
    p += 12 + lunghezza;
  }
  if (testata === undefined || testata.larghezza === 0 || testata.altezza === 0) return undefined;
  if (testata.larghezza * testata.altezza > pixelMassimi) return undefined;
  const attesi = passate(testata).reduce((somma, x) => somma + passata(testata, x).righe * (passata(testata, x).passo + 1), 0);
  const dati = gonfia(Buffer.concat(compressi), attesi);
  return dati === undefined ? undefined : { testata, dati, tavolozza, trasparenza };
};

const gonfia = (compressi: Buffer, attesi: number): Uint8Array | undefined => {
  try {
    const dati = inflateSync(compressi, { maxOutputLength: attesi });
    return dati.length === attesi ? dati : undefined;
  } catch {
    return undefined;
  }
};

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c;
  const pa = Math.abs(p - a);
  const pb = Math.abs(p - b);
  const pc = Math.abs(p - c);
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
};

// ISO 15948, clause 9: what each filter predicts from the pixel at the left, above, and above at the left.
const PREDIZIONI: readonly ((sinistra: number, sopra: number, diagonale: number) => number)[] = [
  () => 0,
  (a) => a,
  (_, b) => b,
  (a, b) => (a + b) >> 1,
  paeth,
];

/** Undoes the filter of one row in place. Answers false for an unknown filter. */
const togliFiltro = (filtro: number, riga: Uint8Array, sopra: Uint8Array, distanza: number): boolean => {
  const predici = PREDIZIONI[filtro];
  if (predici === undefined) return false;
  if (filtro === 0) return true;
  for (let i = 0; i < riga.length; i++) {
    const a = i < distanza ? 0 : (riga[i - distanza] ?? 0);
    const c = i < distanza ? 0 : (sopra[i - distanza] ?? 0);
    riga[i] = (riga[i] ?? 0) + predici(a, sopra[i] ?? 0, c);
  }
  return true;
};

/** The sample `n` of a row, as it is written (0 to 2^bit − 1). */
const campione = (riga: Uint8Array, bit: number, n: number): number => {
  if (bit === 8) return riga[n] ?? 0;
  if (bit === 16) return ((riga[2 * n] ?? 0) << 8) | (riga[2 * n + 1] ?? 0);
  const perByte = 8 / bit;
  return ((riga[Math.floor(n / perByte)] ?? 0) >> (8 - bit * ((n % perByte) + 1))) & ((1 << bit) - 1);
};

/** Colour and opacity of the pixel `x` of a row, 0 to 255. */
const pixel = (
  { testata: { tipo, bit }, tavolozza, trasparenza }: Sorgente,
  riga: Uint8Array,
  x: number,
): [number, number, number, number] => {
  const canali = CANALI[tipo] ?? 1;
  const leggi = (c: number): number => campione(riga, bit, x * canali + c);
  const scala = (v: number): number => Math.round((v * 255) / (2 ** bit - 1));
  const chiave = (c: number): number => ((trasparenza?.[2 * c] ?? 0) << 8) | (trasparenza?.[2 * c + 1] ?? 0);
  if (tipo === 3) {
    const i = leggi(0);
    return [tavolozza[3 * i] ?? 0, tavolozza[3 * i + 1] ?? 0, tavolozza[3 * i + 2] ?? 0, trasparenza?.[i] ?? 255];
  }
  if (tipo === 0 || tipo === 4) {
    const grigio = scala(leggi(0));
    if (tipo === 4) return [grigio, grigio, grigio, scala(leggi(1))];
    return [grigio, grigio, grigio, trasparenza !== undefined && leggi(0) === chiave(0) ? 0 : 255];
  }
  const colore: [number, number, number] = [scala(leggi(0)), scala(leggi(1)), scala(leggi(2))];
  if (tipo === 6) return [...colore, scala(leggi(3))];
  return [...colore, trasparenza !== undefined && [0, 1, 2].every((c) => leggi(c) === chiave(c)) ? 0 : 255];
};

const sulBianco = (valore: number, opacita: number): number => 255 + Math.round(((valore - 255) * opacita) / 255);

/** The picture over white, or nothing when the file is not a sound PNG of at most `pixelMassimi` pixels. */
export const decodificaPng = (byte: Buffer, pixelMassimi: number): Immagine | undefined => {
  if (!byte.subarray(0, 8).equals(FIRMA)) return undefined;
  const sorgente = leggiBlocchi(byte, pixelMassimi);
  if (sorgente === undefined) return undefined;
  const { testata, dati } = sorgente;
  const distanza = Math.max(1, ((CANALI[testata.tipo] ?? 1) * testata.bit) / 8);
  const rgb = new Uint8Array(testata.larghezza * testata.altezza * 3);
  let posizione = 0;
  for (const giro of passate(testata)) {
    const { colonne, righe, passo } = passata(testata, giro);
    let sopra: Uint8Array = new Uint8Array(passo);
    for (let y = 0; y < righe; y++) {
      const riga = dati.subarray(posizione + 1, posizione + 1 + passo);
      if (!togliFiltro(dati[posizione] ?? 255, riga, sopra, distanza)) return undefined;
      for (let x = 0; x < colonne; x++) {
        const [r, g, b, a] = pixel(sorgente, riga, x);
        const dove = ((giro[1] + y * giro[3]) * testata.larghezza + giro[0] + x * giro[2]) * 3;
        rgb[dove] = sulBianco(r, a);
        rgb[dove + 1] = sulBianco(g, a);
        rgb[dove + 2] = sulBianco(b, a);
      }
      sopra = riga;
      posizione += passo + 1;
    }
  }
  return { larghezza: testata.larghezza, altezza: testata.altezza, rgb };
};

const blocco = (nome: string, corpo: Buffer): Buffer => {
  const conNome = Buffer.concat([Buffer.from(nome, "latin1"), corpo]);
  const inizio = Buffer.alloc(4);
  inizio.writeUInt32BE(corpo.length);
  const fine = Buffer.alloc(4);
  fine.writeUInt32BE(crc32(conNome));
  return Buffer.concat([inizio, conNome, fine]);
};

/** Eight bits per channel, no transparency, no interlacing: the form that a PDF embeds as it is. */
export const scriviPng = ({ larghezza, altezza, rgb }: Immagine): Buffer => {
  const testata = Buffer.alloc(13);
  testata.writeUInt32BE(larghezza, 0);
  testata.writeUInt32BE(altezza, 4);
  testata.set([8, 2, 0, 0, 0], 8);
  const righe = Buffer.alloc(altezza * (larghezza * 3 + 1));
  for (let y = 0; y < altezza; y++) righe.set(rgb.subarray(y * larghezza * 3, (y + 1) * larghezza * 3), y * (larghezza * 3 + 1) + 1);
  return Buffer.concat([FIRMA, blocco("IHDR", testata), blocco("IDAT", deflateSync(righe, { level: 9 })), blocco("IEND", Buffer.alloc(0))]);
};
