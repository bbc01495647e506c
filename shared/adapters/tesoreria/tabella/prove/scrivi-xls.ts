/** A small writer of old workbooks (BIFF8 in a compound file), for what no program at hand writes on purpose: texts cut anywhere, small streams, every kind of cell. */

/** A day of a spreadsheet, a number, a text; `formula` is what it gave when it was last computed; `rapidi` are packed together. */
export type CellaXls =
  | string
  | number
  | { readonly seriale: number }
  | { readonly formula: number | string }
  | { readonly rapidi: readonly number[] }
  | { readonly etichetta: string };

export interface CartellaXls {
  readonly fogli: readonly { readonly nome: string; readonly nascosto?: boolean; readonly righe: readonly (readonly CellaXls[])[] }[];
  /** Bytes of a piece of the shared texts: real programs cut at 8224. */
  readonly pezzo?: number;
  readonly epoca1904?: boolean;
  /** The workbook lives in the small stream. */
  readonly piccolo?: boolean;
  readonly versione?: number;
  readonly password?: boolean;
}

const record = (tipo: number, dati: Buffer): Buffer => {
  const testata = Buffer.alloc(4);
  testata.writeUInt16LE(tipo, 0);
  testata.writeUInt16LE(dati.length, 2);
  return Buffer.concat([testata, dati]);
};

const u16 = (...numeri: readonly number[]): Buffer => {
  const byte = Buffer.alloc(numeri.length * 2);
  for (const [i, n] of numeri.entries()) byte.writeUInt16LE(n, i * 2);
  return byte;
};
const u32 = (n: number): Buffer => {
  const byte = Buffer.alloc(4);
  byte.writeUInt32LE(n);
  return byte;
};
const f64 = (n: number): Buffer => {
  const byte = Buffer.alloc(8);
  byte.writeDoubleLE(n);
  return byte;
};

const isLargo = (testo: string): boolean => [...testo].some((c) => (c.codePointAt(0) ?? 0) > 0xff);
const caratteri = (testo: string): Buffer => Buffer.from(testo, isLargo(testo) ? "utf16le" : "latin1");
const testoXls = (testo: string, byteLunghezza: 1 | 2): Buffer =>
  Buffer.concat([
    byteLunghezza === 1 ? Buffer.from([testo.length]) : u16(testo.length),
    Buffer.from([isLargo(testo) ? 1 : 0]),
    caratteri(testo),
  ]);

/** The shared texts in pieces: one cut inside its characters repeats how they are written. */
const writeTesti = (testi: readonly string[], pezzo: number): Buffer => {
  const pezzi: Buffer[] = [];
  let corrente = Buffer.concat([u32(testi.length), u32(testi.length)]);
  for (const testo of testi) {
    const largo = isLargo(testo);
    const byte = caratteri(testo);
    if (corrente.length + 3 > pezzo) {
      pezzi.push(corrente);
      corrente = Buffer.alloc(0);
    }
    corrente = Buffer.concat([corrente, u16(testo.length), Buffer.from([largo ? 1 : 0])]);
    for (let posto = 0; posto < byte.length; ) {
      const lato = largo ? 2 : 1;
      const liberi = Math.floor((pezzo - corrente.length) / lato) * lato;
      if (liberi <= 0) {
        pezzi.push(corrente);
        corrente = Buffer.from([largo ? 1 : 0]);
        continue;
      }
      corrente = Buffer.concat([corrente, byte.subarray(posto, posto + liberi)]);
      posto += liberi;
    }
  }
  return Buffer.concat([...pezzi, corrente].map((dati, n) => record(n === 0 ? 0x00fc : 0x003c, dati)));
};

const STILE_DATA = 1;
const rk = (n: number): Buffer => {
  const byte = Buffer.alloc(4);
  byte.writeInt32LE((n << 2) | 2);
  return byte;
};

const writeCella = (riga: number, colonna: number, cella: CellaXls, testi: Map<string, number>): Buffer => {
  const dove = (stile: number): Buffer => u16(riga, colonna, stile);
  if (typeof cella === "string") {
    const posto = testi.get(cella) ?? testi.size;
    testi.set(cella, posto);
    return record(0x00fd, Buffer.concat([dove(0), u32(posto)]));
  }
  if (typeof cella === "number")
    return Number.isInteger(cella) && Math.abs(cella) < 2 ** 29
      ? record(0x027e, Buffer.concat([dove(0), rk(cella)]))
      : record(0x0203, Buffer.concat([dove(0), f64(cella)]));
  if ("seriale" in cella) return record(0x0203, Buffer.concat([dove(STILE_DATA), f64(cella.seriale)]));
  if ("etichetta" in cella) return record(0x0204, Buffer.concat([dove(0), testoXls(cella.etichetta, 2)]));
  if ("rapidi" in cella) {
    const packed = cella.rapidi.map((n) => Buffer.concat([u16(0), rk(n)]));
    return record(0x00bd, Buffer.concat([u16(riga, colonna), ...packed, u16(colonna + cella.rapidi.length - 1)]));
  }
  const coda = Buffer.alloc(8);
  if (typeof cella.formula === "number") return record(0x0006, Buffer.concat([dove(0), f64(cella.formula), coda]));
  const testuale = record(0x0006, Buffer.concat([dove(0), u16(0, 0, 0, 0xffff), coda]));
  return Buffer.concat([testuale, record(0x0207, testoXls(cella.formula, 2))]);
};

const bof = (versione: number, tipo: number): Buffer => record(0x0809, Buffer.concat([u16(versione, tipo, 0, 0), Buffer.alloc(8)]));
const EOF = record(0x000a, Buffer.alloc(0));

const writeFlusso = ({ fogli, pezzo = 8224, epoca1904, versione = 0x0600, password }: CartellaXls): Buffer => {
  const testi = new Map<string, number>();
  const corpi = fogli.map(({ righe }) => {
    const celle = righe.flatMap((riga, r) => riga.map((cella, c) => writeCella(r, c, cella, testi)));
    return Buffer.concat([bof(versione, 0x0010), ...celle, EOF]);
  });
  const nomi = fogli.map(({ nome }) => testoXls(nome, 1));
  const inizio = Buffer.concat([
    bof(versione, 0x0005),
    ...(password ? [record(0x002f, u16(0))] : []),
    record(0x0022, u16(epoca1904 ? 1 : 0)),
    record(0x041e, Buffer.concat([u16(164), testoXls('dd/mm/yyyy;"giorno" @', 2)])),
    ...[0, 164].map((formato) => record(0x00e0, Buffer.concat([u16(0, formato), Buffer.alloc(16)]))),
  ]);
  const dopo = Buffer.concat([writeTesti([...testi.keys()], pezzo), EOF]);
  let posizione = inizio.length + nomi.reduce((somma, nome) => somma + 10 + nome.length, 0) + dopo.length;
  const elenco = fogli.map(({ nascosto }, n) => {
    const voce = record(0x0085, Buffer.concat([u32(posizione), Buffer.from([nascosto ? 1 : 0, 0]), nomi[n] ?? Buffer.alloc(0)]));
    posizione += corpi[n]?.length ?? 0;
    return voce;
  });
  return Buffer.concat([inizio, ...elenco, dopo, ...corpi]);
};

const SETTORE = 512;
const FINE = 0xffff_fffe;
const LIBERO = 0xffff_ffff;

const pad = (byte: Buffer, lato: number): Buffer => Buffer.concat([byte, Buffer.alloc((lato - (byte.length % lato)) % lato)]);
const chainFrom = (da: number, quanti: number): readonly number[] =>
  Array.from({ length: quanti }, (_, i) => (i === quanti - 1 ? FINE : da + i + 1));

const voceIndice = (nome: string, tipo: number, inizio: number, dimensione: number): Buffer => {
  const voce = Buffer.alloc(128);
  voce.write(nome, 0, "utf16le");
  voce.writeUInt16LE((nome.length + 1) * 2, 64);
  voce.writeUInt8(tipo, 66);
  voce.writeUInt8(1, 67);
  for (const posto of [68, 72]) voce.writeUInt32LE(LIBERO, posto);
  voce.writeUInt32LE(tipo === 5 ? 1 : LIBERO, 76);
  voce.writeUInt32LE(inizio, 116);
  voce.writeUInt32LE(dimensione, 120);
  return voce;
};

/** The compound file: its table first, then the index, the table of the small stream, the workbook. */
export const writeXls = (cartella: CartellaXls): Buffer => {
  const flusso = writeFlusso(cartella);
  const piccolo = cartella.piccolo === true;
  const contenuto = pad(pad(flusso, 64), SETTORE);
  const tavolaPiccola = pad(Buffer.concat(chainFrom(0, Math.ceil(flusso.length / 64)).map(u32)), SETTORE);
  const settori = contenuto.length / SETTORE;
  const dellaTavola = tavolaPiccola.length / SETTORE;
  let fat = 1;
  while (fat * 128 < fat + 1 + dellaTavola + settori) fat += 1;
  const [indice, piccola, corpo] = [fat, fat + 1, fat + 1 + dellaTavola];
  const voci = [...Array.from({ length: fat }, () => 0xffff_fffd), FINE, ...chainFrom(piccola, dellaTavola), ...chainFrom(corpo, settori)];
  const testata = Buffer.alloc(SETTORE);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(testata);
  testata.writeUInt16LE(9, 30);
  testata.writeUInt16LE(6, 32);
  testata.writeUInt32LE(indice, 48);
  testata.writeUInt32LE(piccolo ? 0x7fff_ffff : 0, 56);
  testata.writeUInt32LE(piccola, 60);
  testata.writeUInt32LE(FINE, 68);
  for (let i = 0; i < 109; i++) testata.writeUInt32LE(i < fat ? i : LIBERO, 76 + i * 4);
  const radice = voceIndice("Root Entry", 5, piccolo ? corpo : FINE, piccolo ? contenuto.length : 0);
  const workbook = voceIndice("Workbook", 2, piccolo ? 0 : corpo, flusso.length);
  const tavola = Buffer.concat(voci.map(u32));
  const tavolaPiena = Buffer.concat([tavola, Buffer.alloc(fat * SETTORE - tavola.length, 0xff)]);
  return Buffer.concat([testata, tavolaPiena, pad(Buffer.concat([radice, workbook]), SETTORE), tavolaPiccola, contenuto]);
};
