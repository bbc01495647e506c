import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pacchettiZip } from "./pacchetti-zip.ts";

const leggiDa = (byte: Uint8Array) => async (da: number, quanti: number) => byte.slice(da, da + quanti);

/** What an archive holds by its index, each file found where the index says, with its bytes and their sum. */
const readArchivio = (zip: Buffer): readonly { nome: string; contenuto: string; intero: boolean }[] => {
  const fine = zip.length - 22;
  const quante = zip.readUInt16LE(fine + 10);
  let voce = zip.readUInt32LE(fine + 16);
  return Array.from({ length: quante }, () => {
    const lunghezzaNome = zip.readUInt16LE(voce + 28);
    const nome = zip.subarray(voce + 46, voce + 46 + lunghezzaNome).toString("utf8");
    const [crc, dimensione, locale] = [zip.readUInt32LE(voce + 16), zip.readUInt32LE(voce + 24), zip.readUInt32LE(voce + 42)];
    voce += 46 + lunghezzaNome + zip.readUInt16LE(voce + 30);
    const nomeLocale = zip.subarray(locale + 30, locale + 30 + zip.readUInt16LE(locale + 26)).toString("utf8");
    const inizio = locale + 30 + zip.readUInt16LE(locale + 26) + zip.readUInt16LE(locale + 28);
    const contenuto = zip.subarray(inizio, inizio + dimensione);
    return { nome, contenuto: contenuto.toString(), intero: nomeLocale === nome && crc32(contenuto) === crc };
  });
};

/** An archive of two parts, as two invocations would write it. */
const inDueParti = (): Uint8Array => {
  const prima = pacchettiZip.pack([{ nome: "uno.pdf", contenuto: Buffer.from("primo") }]);
  const seconda = pacchettiZip.pack([{ nome: "perché.pdf", contenuto: Buffer.from("secondo") }]);
  const spostate = seconda.voci.map((voce) => ({ ...voce, posizione: voce.posizione + prima.byte.length }));
  const inizio = prima.byte.length + seconda.byte.length;
  return Buffer.concat([prima.byte, seconda.byte, pacchettiZip.index([...prima.voci, ...spostate], inizio)]);
};

describe("an archive written in parts", () => {
  it("is one archive", () => {
    expect(readArchivio(Buffer.from(inDueParti()))).toEqual([
      { nome: "uno.pdf", contenuto: "primo", intero: true },
      { nome: "perché.pdf", contenuto: "secondo", intero: true },
    ]);
  });

  it("of one file is read back", async () => {
    const { byte, voci } = pacchettiZip.pack([{ nome: "a.csv", contenuto: Buffer.from("a;b\r\n") }]);
    const zip = Buffer.concat([byte, pacchettiZip.index(voci, byte.length)]);
    const aperto = await pacchettiZip.open(leggiDa(zip), zip.length);
    if (!aperto.ok) throw new Error(aperto.errore);
    const pezzi: Uint8Array[] = [];
    for await (const pezzo of aperto.valore.pezzi) pezzi.push(pezzo);
    expect([aperto.valore.nome, Buffer.concat(pezzi).toString()]).toEqual(["a.csv", "a;b\r\n"]);
  });

  it("with more files, or more bytes, than the old form can say becomes a ZIP64", () => {
    const voce = { nome: "a.pdf", crc: 1, dimensione: 10, posizione: 0 };
    const molte = Buffer.from(
      pacchettiZip.index(
        Array.from({ length: 70_000 }, () => voce),
        1_000,
      ),
    );
    const lontana = Buffer.from(pacchettiZip.index([{ ...voce, posizione: 5_000_000_000 }], 5_000_000_100));
    for (const [indice, quante] of [
      [molte, 70_000n],
      [lontana, 1n],
    ] as const) {
      const fine64 = indice.length - 22 - 76;
      expect([indice.readUInt32LE(fine64), indice.readBigUInt64LE(fine64 + 32)]).toEqual([0x06064b50, quante]);
    }
    expect(lontana.readBigUInt64LE(46 + "a.pdf".length + 4)).toBe(5_000_000_000n);
  });
});
