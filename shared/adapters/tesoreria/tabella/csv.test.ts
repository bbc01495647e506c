/** CSV as it comes: any encoding, any separator, quotes where they should not be. A bad record is one record, and the memory is that of a record. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RigaTabella } from "../../../domain/tesoreria/profili/tabella.ts";
import { findSeparatoreTabella, type OpzioniCsv, readCsv } from "./csv.ts";

async function* inPezzi(byte: Uint8Array, lato: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < byte.length; i += lato) yield byte.subarray(i, i + lato);
}

const read = async (byte: Uint8Array, opzioni: Partial<OpzioniCsv> = {}, lato = 65_536): Promise<readonly RigaTabella[]> => {
  const righe: RigaTabella[] = [];
  for await (const riga of readCsv(byte.subarray(0, 65_536), inPezzi(byte, lato), { virgolette: true, ...opzioni })) righe.push(riga);
  return righe;
};
const cells = async (...argomenti: Parameters<typeof read>): Promise<readonly (readonly unknown[])[]> =>
  (await read(...argomenti)).map(({ celle, difetto }) => (difetto === undefined ? celle : [difetto]));

const TESTO = "Data;Causale;Importo\r\n24/11/2026;Città di Forlì – €;1,00\r\n";
const RIGHE = [
  ["Data", "Causale", "Importo"],
  ["24/11/2026", "Città di Forlì – €", "1,00"],
];
const in1252 = (testo: string): Buffer => Buffer.from([...testo].map((c) => ({ "–": 0x96, "€": 0x80 })[c] ?? c.charCodeAt(0)));
const inUtf16 = (testo: string, grande: boolean): Buffer => {
  const byte = Buffer.from(testo, "utf16le");
  return grande ? byte.swap16() : byte;
};

describe("a CSV", () => {
  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(TESTO)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${TESTO}`)],
    ["Windows-1252", in1252(TESTO)],
    ["UTF-16 little endian with its mark", inUtf16(`\uFEFF${TESTO}`, false)],
    ["UTF-16 big endian with its mark", inUtf16(`\uFEFF${TESTO}`, true)],
    ["UTF-16 little endian", inUtf16(TESTO, false)],
    ["UTF-16 big endian", inUtf16(TESTO, true)],
    ["lines ended by CR alone", Buffer.from(TESTO.replaceAll("\r\n", "\r"))],
    ["lines ended by LF, the last not ended", Buffer.from(TESTO.replaceAll("\r\n", "\n").trimEnd())],
  ])("in %s is the same table, however its bytes come", async (_nome, byte) => {
    for (const lato of [1, 3, 65_536]) expect(await cells(byte, {}, lato)).toEqual(RIGHE);
  });

  it("of an encoding that is not the declared one rejects the rows that show it", async () => {
    expect(await cells(in1252(TESTO), { codifica: "UTF-8" })).toEqual([RIGHE[0], ["la riga non è codificata in UTF-8"]]);
    expect((await cells(Buffer.from(TESTO), { codifica: "WINDOWS-1252" }))[1]?.[1]).toBe(
      "CittÃ\u00a0di ForlÃ¬ â€“ â‚¬".replace("CittÃ\u00a0di", "CittÃ\u00a0 di"),
    );
  });

  it("mixed in its encodings is told record by record", async () => {
    const byte = Buffer.concat([Buffer.from("a;Città\n"), in1252("b;Forlì\n")]);
    expect(await cells(byte)).toEqual([
      ["a", "Città"],
      ["b", "Forlì"],
    ]);
  });

  it.each<[string, string]>([
    ["a,b,c\n1,2,3\n", ","],
    ["a\tb\n1\t2\n", "\t"],
    ["a|b|c\n1|2|3\n", "|"],
    ["Conto: 1,2,3,4,5\nData;Causale;Importo\n24/11/2026;uno, due;1,00\n24/11/2026;tre;2,00\n24/11/2026;x;3,00\n", ";"],
    ["sep=,\na;x,b;y\n", ","],
    ["una colonna\nsola\n", ";"],
  ])("shows its separator: %j", (testo, separatore) => {
    expect(findSeparatoreTabella(testo)).toBe(separatore);
  });

  it("may declare its separator to a spreadsheet, which is no row", async () => {
    expect(await cells(Buffer.from("sep=|\na|b\n"))).toEqual([["a", "b"]]);
  });

  it("holds separators, quotes and lines in its quotes, and each row knows its line", async () => {
    const righe = await read(Buffer.from('a;"uno;due\ntre ""quattro""";c\n\nd;e;f\n'));
    expect(righe.map(({ riga, celle }) => [riga, ...celle])).toEqual([
      [1, "a", 'uno;due\ntre "quattro"', "c"],
      [3, ""],
      [4, "d", "e", "f"],
    ]);
  });

  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      "a quote in the middle of a text",
      'a;l"uomo;c\nd;e;f\n',
      [
        ["a", 'l"uomo', "c"],
        ["d", "e", "f"],
      ],
    ],
    ["a quote never closed", 'a;"b;c\nd;e;f\ng;h;i\n', [["virgolette aperte e mai chiuse"], ["d", "e", "f"], ["g", "h", "i"]]],
    [
      "two of them, which together would eat a row",
      'a;"b;c\nd;"e;f\ng;h;i\n',
      [["virgolette aperte e mai chiuse"], ["virgolette aperte e mai chiuse"], ["g", "h", "i"]],
    ],
    ["a text after the quotes", 'a;"b"x;c\nd;e;f\n', [["colonna 2: testo dopo le virgolette chiuse"], ["d", "e", "f"]]],
    ["bytes that are no text", "a;b\0;c\nd;e;f\n", [["la riga contiene byte che non sono un testo"], ["d", "e", "f"]]],
  ])("with %s loses that row and no other", async (_caso, testo, atteso) => {
    for (const lato of [2, 65_536]) expect(await cells(Buffer.from(testo), { separatore: ";", codifica: "UTF-8" }, lato)).toEqual(atteso);
  });

  it("with a line that never ends loses it, and goes on", async () => {
    const byte = Buffer.from(`a;b\n${"x".repeat(300_000)}\nc;d\n`);
    const righe = await read(byte, { separatore: ";" }, 10_000);
    expect(righe.map(({ riga, difetto }) => [riga, difetto])).toEqual([
      [1, undefined],
      [2, "riga di oltre 65536 byte"],
      [3, undefined],
    ]);
    expect(righe[1]?.testo).toHaveLength(1000);
  });

  it("without quotes takes them as they are", async () => {
    expect(await cells(Buffer.from('a;"b;c\n'), { virgolette: false })).toEqual([["a", '"b', "c"]]);
    expect((await cells(Buffer.from(";".repeat(600)), { virgolette: false, separatore: ";" }))[0]).toEqual(["più di 500 colonne"]);
  });

  it("written in any way is read back, however its bytes come", async () => {
    const cella = fc.string({ unit: "grapheme", maxLength: 12 }).filter((t) => !t.includes("\0"));
    const tabella = fc.array(fc.array(cella, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        tabella,
        fc.constantFrom(";" as const, "," as const, "\t" as const, "|" as const),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (righe, separatore, lato, utf16) => {
          const testo = righe.map((riga) => riga.map((c) => `"${c.replaceAll('"', '""')}"`).join(separatore)).join("\r\n");
          const byte = utf16 ? inUtf16(`\uFEFF${testo.toWellFormed()}`, true) : Buffer.from(testo);
          const attese = righe.map((riga) => riga.map((c) => c.toWellFormed()));
          expect(await cells(byte, { separatore }, lato)).toEqual(attese);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("of any size holds one piece and one record", async () => {
    const pezzo = Buffer.from("24/11/2026;/PUR/LGPE-RIVERSAMENTO/URI/2026-11-24ABCDEFGH-0001;1.234,56\n".repeat(900));
    let chiesti = 0;
    const molti = async function* (): AsyncGenerator<Uint8Array> {
      for (; chiesti < 320; chiesti += 1) yield pezzo;
    };
    let lette = 0;
    let anticipo = 0;
    for await (const _ of readCsv(pezzo, molti(), { virgolette: true, separatore: ";" })) {
      lette += 1;
      anticipo = Math.max(anticipo, chiesti * 900 - lette);
    }
    expect(lette).toBe(320 * 900);
    expect(anticipo).toBeLessThanOrEqual(900);
  });
});
