/** The files of a ZIP, found by its index as any reader would. */
import { crc32, inflateRawSync } from "node:zlib";

export const readZip = (archivio: Buffer): ReadonlyMap<string, Buffer> => {
  const fine = archivio.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (fine < 0) throw new Error("manca la fine dell'archivio");
  const file = new Map<string, Buffer>();
  let voce = archivio.readUInt32LE(fine + 16);
  for (let n = archivio.readUInt16LE(fine + 10); n > 0; n -= 1) {
    const [compresso, dimensione] = [archivio.readUInt32LE(voce + 20), archivio.readUInt32LE(voce + 24)];
    const lunghezzaNome = archivio.readUInt16LE(voce + 28);
    const nome = archivio.toString("utf8", voce + 46, voce + 46 + lunghezzaNome);
    const locale = archivio.readUInt32LE(voce + 42);
    const inizio = locale + 30 + archivio.readUInt16LE(locale + 26) + archivio.readUInt16LE(locale + 28);
    const contenuto = inflateRawSync(archivio.subarray(inizio, inizio + compresso));
    if (contenuto.length !== dimensione || crc32(contenuto) !== archivio.readUInt32LE(voce + 16)) throw new Error(`${nome}: guasto`);
    file.set(nome, contenuto);
    voce += 46 + lunghezzaNome + archivio.readUInt16LE(voce + 30) + archivio.readUInt16LE(voce + 32);
  }
  return file;
};
