import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentiInMemoria } from "../memory/documenti.ts";
import { OriginaliCompressi } from "./originali-compressi.ts";

describe("originals", () => {
  it("come back byte for byte, inside the item", async () => {
    const originali = new OriginaliCompressi(new DocumentiInMemoria());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 2_000 }), async (testo) => {
        const originale = await originali.keep(testo, "k");
        expect(originale.chiave).toBeUndefined();
        expect(await originali.read(originale)).toBe(testo);
      }),
      { numRuns: 50 },
    );
  });

  it("go to the document store above 100 kB compressed", async () => {
    const documenti = new DocumentiInMemoria();
    const originali = new OriginaliCompressi(documenti);
    const testo = randomBytes(200_000).toString("base64");
    const originale = await originali.keep(testo, "ricevute/a.xml");
    expect(originale).toEqual({ chiave: "ricevute/a.xml", digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await originali.read(originale)).toBe(testo);
    await documenti.put("ricevute/a.xml", Buffer.from("altro"));
    await expect(originali.read(originale)).rejects.toThrow(/impronta/);
    expect(await originali.read({ chiave: "perso", digest: "" })).toBeUndefined();
  });

  it("are read also when they were left uncompressed by who received them", async () => {
    const documenti = new DocumentiInMemoria();
    const originali = new OriginaliCompressi(documenti);
    const { digest } = await originali.keep("<a/>", "k");
    await documenti.put("k", Buffer.from("<a/>"));
    expect(await originali.read({ chiave: "k", digest })).toBe("<a/>");
  });
});
