/** Files of tables, read again by programs that are not ours where there is one. */

import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readZip } from "../../../tests/sostegno/zip.ts";
import type { Valore } from "../../domain/esportazioni/tabelle.ts";
import { splitRecord } from "../../domain/tracciati/csv.ts";
import type { Testata } from "../../ports/tabelle.ts";
import { scrittoreTabelle } from "./scrittore.ts";
import { writeXlsx } from "./xlsx.ts";

const COLONNE: readonly Testata[] = [
  { nome: "causale", tipo: "testo" },
  { nome: "importo", tipo: "importo" },
  { nome: "scadenza", tipo: "giorno" },
  { nome: "data", tipo: "istante" },
  { nome: "numero", tipo: "intero" },
];
const RIGA: readonly Valore[] = ["TARI & <2026>", 123_456n, "2026-11-26", "2026-11-26T22:30:00.000Z", 7];

async function* of(righe: readonly (readonly Valore[])[]): AsyncGenerator<readonly Valore[]> {
  yield* righe;
}
const collect = async (pezzi: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const tutti: Uint8Array[] = [];
  for await (const pezzo of pezzi) tutti.push(pezzo);
  return Buffer.concat(tutti);
};
const csv = async (righe: readonly (readonly Valore[])[], virgola = false): Promise<string> =>
  (await collect(scrittoreTabelle.write({ formato: "CSV", virgola, colonne: COLONNE }, of(righe)))).toString("utf8");

const lettore = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  isArray: (nome) => ["row", "c"].includes(nome),
});
const testoCella = z.looseObject({ "#text": z.string().optional() });
const cella = z.looseObject({ v: z.string().optional(), is: z.object({ t: testoCella }).optional() });
const foglio = z.object({
  worksheet: z.object({ sheetData: z.object({ row: z.array(z.object({ c: z.array(z.union([z.literal(""), cella])) })) }) }),
});

const righeDi = (file: ReadonlyMap<string, Buffer>, numero: number): readonly (readonly (string | undefined)[])[] => {
  const { worksheet } = foglio.parse(lettore.parse(file.get(`xl/worksheets/sheet${numero}.xml`)?.toString("utf8") ?? ""));
  return worksheet.sheetData.row.map(({ c }) => c.map((letta) => (letta === "" ? undefined : (letta.v ?? letta.is?.t["#text"] ?? ""))));
};

describe("a table in CSV", () => {
  it("has a header, Roman times, and amounts as they are asked", async () => {
    const testata = "\uFEFFcausale;importo;scadenza;data;numero\r\n";
    expect(await csv([RIGA])).toBe(`${testata}TARI & <2026>;1234.56;2026-11-26;2026-11-26 23:30:00;7\r\n`);
    expect(await csv([RIGA], true)).toContain(";1234,56;");
    expect(await csv([])).toBe(testata);
  });

  it("runs in no spreadsheet, whatever its texts begin with", async () => {
    for (const inizio of ["=", "+", "-", "@", "\t", "\r"]) {
      const [, riga = ""] = (await csv([[`${inizio}cmd|'/c calc'!A0`]])).split("\r\n", 2);
      expect(riga).toMatch(/^"?'/);
    }
  });

  it("gives back any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", maxLength: 40 }).filter((t) => !/[\r\n\0]/.test(t)),
        async (testo) => {
          const [, riga = ""] = (await csv([[testo]])).split("\r\n");
          const letta = splitRecord(riga, ";");
          expect(letta.ok && letta.valore[0]?.replace(/^'(?=[=+\-@\t])/, "")).toBe(testo.replace(/^'(?=[=+\-@\t])/, ""));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("a table in XLSX", () => {
  it("is a workbook of numbers, dates and texts", async () => {
    const file = readZip(
      await collect(
        scrittoreTabelle.write({ formato: "XLSX", virgola: false, colonne: COLONNE }, of([RIGA, ["=1+1", -5n, undefined, "", 0]])),
      ),
    );
    expect([...file.keys()].sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    expect(righeDi(file, 1)).toEqual([
      ["causale", "importo", "scadenza", "data", "numero"],
      // 26 November 2026, and 23:30 of that day in Rome.
      ["TARI & <2026>", "1234.56", "46352", String(46352 + 23.5 / 24), "7"],
      ["=1+1", "-0.05", undefined, undefined, "0"],
    ]);
    expect(file.get("xl/worksheets/sheet1.xml")?.toString("utf8")).not.toContain("<f>");
  });

  it("goes on in another sheet where one is full, and says so", async () => {
    const righe = Array.from({ length: 5 }, (_, n) => [`riga ${n}`]);
    const file = readZip(await collect(writeXlsx(COLONNE.slice(0, 1), of(righe), 3)));
    const testi = [1, 2, 3].map((n) => righeDi(file, n).map(([testo]) => testo));
    expect(testi).toEqual([
      ["causale", "riga 0", "riga 1"],
      ["causale", "riga 2", "riga 3"],
      ["causale", "riga 4"],
    ]);
    expect(
      file
        .get("xl/workbook.xml")
        ?.toString("utf8")
        .match(/<sheet /g),
    ).toHaveLength(3);
    expect(file.get("[Content_Types].xml")?.toString("utf8")).toContain("/xl/worksheets/sheet3.xml");
  });

  it("exists even without a row", async () => {
    expect(righeDi(readZip(await collect(writeXlsx(COLONNE, of([])))), 1)).toHaveLength(1);
  });

  it("holds any text that XML may hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 30 }), async (testo) => {
        const [, riga] = righeDi(readZip(await collect(writeXlsx(COLONNE.slice(0, 1), of([[`a${testo}z`]])))), 1);
        const atteso = `a${testo}z`.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/\r\n?/g, "\n");
        expect(riga?.[0]?.replaceAll("\r\n", "\n").replaceAll("\r", "\n")).toBe(atteso);
      }),
      { numRuns: 15 },
    );
  });

  it("reads a row when it is about to write it", async () => {
    let lette = 0;
    const righe = async function* (): AsyncGenerator<readonly Valore[]> {
      for (; lette < 300_000; lette += 1) yield ["x".repeat(100)];
    };
    const pezzi = writeXlsx(COLONNE.slice(0, 1), righe());
    await pezzi.next();
    await pezzi.next();
    expect(lette).toBeLessThan(100_000);
    await pezzi.return(undefined);
  });
});
