import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { VoceZip } from "../../ports/archivio-zip.ts";
import { archivioZip } from "./archivio-zip.ts";

async function* inSequenza(voci: Iterable<VoceZip>): AsyncIterable<VoceZip> {
  yield* voci;
}

const scrivi = async (voci: Iterable<VoceZip>): Promise<Buffer> => {
  const pezzi: Uint8Array[] = [];
  for await (const pezzo of archivioZip.write(inSequenza(voci))) pezzi.push(pezzo);
  return Buffer.concat(pezzi);
};

describe("l'archivio ZIP", () => {
  it("è riletto da un altro programma, voce per voce", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ nome: fc.stringMatching(/^[a-z0-9_]{1,20}\.pdf$/), contenuto: fc.uint8Array({ maxLength: 500 }) }), {
          selector: ({ nome }) => nome,
          maxLength: 8,
        }),
        async (voci) => {
          const letto = unzipSync(await scrivi(voci));
          expect(Object.entries(letto).map(([nome, contenuto]) => ({ nome, contenuto: Buffer.from(contenuto) }))).toEqual(
            voci.map(({ nome, contenuto }) => ({ nome, contenuto: Buffer.from(contenuto) })),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it("vuoto è un archivio valido", async () => {
    expect(unzipSync(await scrivi([]))).toEqual({});
  });

  it("è lo stesso byte per byte con le stesse voci", async () => {
    const voci = [{ nome: "a.pdf", contenuto: new Uint8Array([1]) }];
    expect((await scrivi(voci)).equals(await scrivi(voci))).toBe(true);
  });

  it("oltre 65.535 voci passa a ZIP64", async () => {
    const quante = 70_000;
    const vuoto = new Uint8Array();
    const zip = await scrivi(Array.from({ length: quante }, (_, n) => ({ nome: `${n}.pdf`, contenuto: vuoto })));
    const [fine64, locatore, fine] = [zip.length - 98, zip.length - 42, zip.length - 22];
    expect(zip.readUInt32LE(fine64)).toBe(0x06064b50);
    expect(zip.readBigUInt64LE(fine64 + 32)).toBe(BigInt(quante));
    expect(zip.readBigUInt64LE(locatore + 8)).toBe(BigInt(fine64));
    expect(zip.readUInt16LE(fine + 10)).toBe(0xffff);
    expect(Object.keys(unzipSync(zip))).toHaveLength(quante);
  });

  it("chiede una voce alla volta: la memoria non dipende da quante sono", async () => {
    let chieste = 0;
    async function* voci(): AsyncIterable<VoceZip> {
      for (; ; chieste++) yield { nome: `${chieste}.pdf`, contenuto: new Uint8Array(10) };
    }
    let prese = 0;
    for await (const _pezzo of archivioZip.write(voci())) if (++prese === 3) break;
    expect(chieste).toBeLessThanOrEqual(3);
  });
});
