import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  COLONNE_MASSIME,
  decodeRecord,
  findSeparatore,
  neutralizeFormula,
  restoreFormula,
  SEPARATORI,
  splitRecord,
  writeRecord,
} from "./csv.ts";
import { LettoreCsv } from "./lettore-csv.ts";

const byte = (testo: string): Uint8Array => new TextEncoder().encode(testo);

/** Reads everything, given `passo` bytes at a time. */
const readTutto = async (contenuto: Uint8Array, separatore: ";" | "," | "\t" = ";", passo = 1_000_000, posizione = 0) => {
  const lettore = new LettoreCsv(async (da, quanti) => contenuto.slice(da, da + Math.min(quanti, passo)), separatore, posizione);
  const righe: string[] = [];
  const dopo: number[] = [];
  for (;;) {
    const esito = await lettore.next();
    if (!esito.ok) return { righe, dopo, errore: esito.errore };
    if (!esito.valore) return { righe, dopo };
    righe.push(esito.valore.testo);
    dopo.push(esito.valore.dopo);
  }
};

describe("records", () => {
  it.each([
    ["line ends of every kind, and none at the end", "a;b\r\nc;d\ne;f", ["a;b", "c;d", "e;f"]],
    ["blank lines", "a;b\r\n\r\n   \nc;d\n\n", ["a;b", "c;d"]],
    ["line ends between quotes", 'a;"b\r\nc"\r\nd;e', ['a;"b\r\nc"', "d;e"]],
    ["doubled quotes", 'a;"b ""c"" \n d"\ne', ['a;"b ""c"" \n d"', "e"]],
    ["quotes inside an unquoted cell", 'a;b"c\nd"e;f', ['a;b"c', 'd"e;f']],
    ["nothing", "", []],
  ])("are cut at %s", async (_caso, testo, attese) => {
    for (const passo of [1, 3, 1000]) expect(await readTutto(byte(testo), ";", passo)).toMatchObject({ righe: attese });
  });

  it.each([
    ["a quote never closed", `a;b\nc;"d\n${"e;f\n".repeat(40_000)}`, "virgolette aperte e mai chiuse", 1],
    ["a quote never closed at the very end", 'a;b\nc;"d', "virgolette aperte e mai chiuse", 1],
    ["40 MB in one line", `a;b\n${"x".repeat(40 * 1_048_576)}`, "riga di oltre 65536 byte", 1],
  ])("refuse %s, after the rows before it", async (_caso, testo, errore, prima) => {
    const letto = await readTutto(byte(testo));
    expect([letto.errore, letto.righe.length]).toEqual([errore, prima]);
  });

  it("start again from any position that was given", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...SEPARATORI),
        fc.integer({ min: 1, max: 40 }),
        async (celle, separatore, passo) => {
          const contenuto = byte(celle.map((riga) => writeRecord(riga, separatore)).join(""));
          const intero = await readTutto(contenuto, separatore, passo);
          for (const [i, posizione] of intero.dopo.entries()) {
            const ripreso = await readTutto(contenuto, separatore, passo, posizione);
            expect(ripreso.righe).toEqual(intero.righe.slice(i + 1));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("read accents in UTF-8 and in Windows-1252, even in one file", () => {
    expect(decodeRecord(byte("Niccolò però €"))).toBe("Niccolò però €");
    expect(decodeRecord(Uint8Array.from([0x4e, 0x69, 0x63, 0x63, 0x6f, 0x6c, 0xf2, 0x20, 0x80]))).toBe("Niccolò €");
  });
});

describe("cells", () => {
  it("written and read again are the same, formulas included", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("=cmd|'/c calc'!A0", "+39 333-1234567", "-12,50", "@SUM(1)", "'=a")),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.constantFrom(...SEPARATORI),
        (celle, separatore) => {
          const letti = splitRecord(writeRecord(celle, separatore).slice(0, -2), separatore);
          // An apostrophe before a formula is how we write the formula itself: it is read back without.
          expect(letti.ok && letti.valore.map(restoreFormula)).toEqual(celle.map(restoreFormula));
        },
      ),
    );
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["@A1", "'@A1"],
    ["+cmd", "'+cmd"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ["\tciao", "'\tciao"],
    ["-12.50", "-12.50"],
    ["+39 333-1234567", "+39 333-1234567"],
    ["Via Roma, 1", "Via Roma, 1"],
  ])("%j is written as %j", (valore, scritto) => {
    expect(neutralizeFormula(valore)).toBe(scritto);
    expect(restoreFormula(scritto)).toBe(valore);
  });

  it.each([
    ["200,000 columns", ";".repeat(200_000), `più di ${COLONNE_MASSIME} colonne`],
    ["text after closed quotes", '"a"b;c', "colonna 1: testo dopo le virgolette chiuse"],
    ["a quote never closed", 'a;"b', "virgolette aperte e mai chiuse"],
  ])("refuse %s", (_caso, record, errore) => {
    expect(splitRecord(record, ";")).toEqual({ ok: false, errore });
  });

  it.each([
    ["a;b;c", ";"],
    ["a,b,c", ","],
    ["a\tb\tc;d", "\t"],
    ["a", ";"],
  ])("of %j are separated by %j", (intestazione, atteso) => {
    expect(findSeparatore(intestazione)).toBe(atteso);
  });
});
