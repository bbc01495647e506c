/** Writing of a ZIP in parts that come from different invocations: files as they are (PDFs do not pack), the index at the end, ZIP64 when it must. */
import { crc32 } from "node:zlib";
import type { VoceIndice } from "../../ports/pacchetti-zip.ts";

/** 1 January 1980: the same files make the same archive. */
const DATA_DOS = 0x0021;
const UTF8 = 0x0800;
const MASSIMO_32 = 0xffff_ffff;
const MASSIMO_16 = 0xffff;

export const packFile = (
  file: readonly { readonly nome: string; readonly contenuto: Uint8Array }[],
): { readonly byte: Uint8Array; readonly voci: readonly VoceIndice[] } => {
  const pezzi: Uint8Array[] = [];
  const voci: VoceIndice[] = [];
  let posizione = 0;
  for (const { nome, contenuto } of file) {
    const nomeByte = Buffer.from(nome, "utf8");
    const testa = Buffer.alloc(30);
    const crc = crc32(contenuto);
    testa.writeUInt32LE(0x04034b50, 0);
    testa.writeUInt16LE(20, 4);
    testa.writeUInt16LE(UTF8, 6);
    testa.writeUInt16LE(DATA_DOS, 12);
    testa.writeUInt32LE(crc, 14);
    testa.writeUInt32LE(contenuto.length, 18);
    testa.writeUInt32LE(contenuto.length, 22);
    testa.writeUInt16LE(nomeByte.length, 26);
    pezzi.push(testa, nomeByte, contenuto);
    voci.push({ nome, crc, dimensione: contenuto.length, posizione });
    posizione += testa.length + nomeByte.length + contenuto.length;
  }
  return { byte: Buffer.concat(pezzi), voci };
};

const packVoce = ({ nome, crc, dimensione, posizione }: VoceIndice): Buffer => {
  const nomeByte = Buffer.from(nome, "utf8");
  const lontana = posizione >= MASSIMO_32;
  const extra = Buffer.alloc(lontana ? 12 : 0);
  if (lontana) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(posizione), 4);
  }
  const voce = Buffer.alloc(46);
  voce.writeUInt32LE(0x02014b50, 0);
  voce.writeUInt16LE(lontana ? 45 : 20, 4);
  voce.writeUInt16LE(lontana ? 45 : 20, 6);
  voce.writeUInt16LE(UTF8, 8);
  voce.writeUInt16LE(DATA_DOS, 14);
  voce.writeUInt32LE(crc, 16);
  voce.writeUInt32LE(dimensione, 20);
  voce.writeUInt32LE(dimensione, 24);
  voce.writeUInt16LE(nomeByte.length, 28);
  voce.writeUInt16LE(extra.length, 30);
  voce.writeUInt32LE(lontana ? MASSIMO_32 : posizione, 42);
  return Buffer.concat([voce, nomeByte, extra]);
};

const packFine64 = (quante: number, lunghezza: number, inizio: number): Buffer => {
  const fine = Buffer.alloc(76);
  fine.writeUInt32LE(0x06064b50, 0);
  fine.writeBigUInt64LE(44n, 4);
  fine.writeUInt16LE(45, 12);
  fine.writeUInt16LE(45, 14);
  fine.writeBigUInt64LE(BigInt(quante), 24);
  fine.writeBigUInt64LE(BigInt(quante), 32);
  fine.writeBigUInt64LE(BigInt(lunghezza), 40);
  fine.writeBigUInt64LE(BigInt(inizio), 48);
  fine.writeUInt32LE(0x07064b50, 56);
  fine.writeBigUInt64LE(BigInt(inizio + lunghezza), 64);
  fine.writeUInt32LE(1, 72);
  return fine;
};

/** `inizio`: where the index itself will stand. */
export const packIndice = (voci: readonly VoceIndice[], inizio: number): Uint8Array => {
  const indice = Buffer.concat(voci.map(packVoce));
  const grande = voci.length >= MASSIMO_16 || inizio + indice.length >= MASSIMO_32;
  const fine = Buffer.alloc(22);
  fine.writeUInt32LE(0x06054b50, 0);
  fine.writeUInt16LE(Math.min(voci.length, MASSIMO_16), 8);
  fine.writeUInt16LE(Math.min(voci.length, MASSIMO_16), 10);
  fine.writeUInt32LE(Math.min(indice.length, MASSIMO_32), 12);
  fine.writeUInt32LE(Math.min(inizio, MASSIMO_32), 16);
  return Buffer.concat([indice, ...(grande ? [packFine64(voci.length, indice.length, inizio)] : []), fine]);
};
