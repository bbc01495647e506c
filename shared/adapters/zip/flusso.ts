/** A ZIP written while its files are made, compressed, of sizes that nobody knows before: they follow each file, and the index repeats them. */
import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

export interface FileInFlusso {
  readonly nome: string;
  readonly contenuto: AsyncIterable<Uint8Array>;
}

interface Scritto {
  readonly nome: Buffer;
  readonly posizione: number;
  readonly crc: number;
  readonly compresso: number;
  readonly dimensione: number;
}

/** 1 January 1980: the same files make the same archive. */
const DATA_DOS = 0x0021;
/** Names in UTF-8, sizes after the file. */
const SEGNI = 0x0808;
const DEFLATE = 8;
const VERSIONE = 20;
const MASSIMO_BYTE = 0xffff_ffff;

const packTesta = (nome: Buffer): Buffer => {
  const testa = Buffer.alloc(30);
  testa.writeUInt32LE(0x04034b50, 0);
  testa.writeUInt16LE(VERSIONE, 4);
  testa.writeUInt16LE(SEGNI, 6);
  testa.writeUInt16LE(DEFLATE, 8);
  testa.writeUInt16LE(DATA_DOS, 12);
  testa.writeUInt16LE(nome.length, 26);
  return Buffer.concat([testa, nome]);
};

const packSeguito = ({ crc, compresso, dimensione }: Scritto): Buffer => {
  const seguito = Buffer.alloc(16);
  seguito.writeUInt32LE(0x08074b50, 0);
  seguito.writeUInt32LE(crc, 4);
  seguito.writeUInt32LE(compresso, 8);
  seguito.writeUInt32LE(dimensione, 12);
  return seguito;
};

const packVoce = ({ nome, posizione, crc, compresso, dimensione }: Scritto): Buffer => {
  const voce = Buffer.alloc(46);
  voce.writeUInt32LE(0x02014b50, 0);
  voce.writeUInt16LE(VERSIONE, 4);
  voce.writeUInt16LE(VERSIONE, 6);
  voce.writeUInt16LE(SEGNI, 8);
  voce.writeUInt16LE(DEFLATE, 10);
  voce.writeUInt16LE(DATA_DOS, 14);
  voce.writeUInt32LE(crc, 16);
  voce.writeUInt32LE(compresso, 20);
  voce.writeUInt32LE(dimensione, 24);
  voce.writeUInt16LE(nome.length, 28);
  voce.writeUInt32LE(posizione, 42);
  return Buffer.concat([voce, nome]);
};

const packFine = (voci: number, lunghezza: number, posizione: number): Buffer => {
  const fine = Buffer.alloc(22);
  fine.writeUInt32LE(0x06054b50, 0);
  fine.writeUInt16LE(voci, 8);
  fine.writeUInt16LE(voci, 10);
  fine.writeUInt32LE(lunghezza, 12);
  fine.writeUInt32LE(posizione, 16);
  return fine;
};

/** Throws above 4 GB, where the format would need fields that spreadsheets do not read. */
export async function* packFlusso(file: AsyncIterable<FileInFlusso> | Iterable<FileInFlusso>): AsyncGenerator<Uint8Array> {
  const scritti: Scritto[] = [];
  let posizione = 0;
  const advance = (pezzo: Uint8Array): Uint8Array => {
    posizione += pezzo.length;
    if (posizione > MASSIMO_BYTE) throw new Error("l'archivio supera 4 GB");
    return pezzo;
  };
  for await (const { nome: testo, contenuto } of file) {
    const nome = Buffer.from(testo, "utf8");
    const inizio = posizione;
    let [crc, dimensione, compresso] = [0, 0, 0];
    const measure = async function* (): AsyncGenerator<Uint8Array> {
      for await (const pezzo of contenuto) {
        crc = crc32(pezzo, crc);
        dimensione += pezzo.length;
        yield pezzo;
      }
    };
    yield advance(packTesta(nome));
    const compressi: AsyncIterable<Uint8Array> = Readable.from(measure(), { objectMode: false }).compose(createDeflateRaw());
    for await (const pezzo of compressi) {
      compresso += pezzo.length;
      yield advance(pezzo);
    }
    const scritto = { nome, posizione: inizio, crc, compresso, dimensione };
    scritti.push(scritto);
    yield advance(packSeguito(scritto));
  }
  const indice = Buffer.concat(scritti.map(packVoce));
  yield Buffer.concat([indice, packFine(scritti.length, indice.length, posizione)]);
}
