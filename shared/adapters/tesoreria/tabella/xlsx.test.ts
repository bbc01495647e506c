/** Workbooks of today: what the exports of the product and those of other programs write, and what somebody makes to fill the memory. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../domain/tesoreria/profili/tabella.ts";
import { writeXlsx } from "../../tabelle/xlsx.ts";
import { FileIlleggibile } from "./file-illeggibile.ts";
import { packParti, partiXlsx } from "./prove/scrivi-xlsx.ts";
import { readXlsx } from "./xlsx.ts";

const collect = async (pezzi: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const tutti: Uint8Array[] = [];
  for await (const pezzo of pezzi) tutti.push(pezzo);
  return Buffer.concat(tutti);
};
const textsOf = async (file: Buffer, foglio?: string): Promise<readonly (readonly string[])[]> => {
  const righe: (readonly string[])[] = [];
  for await (const { celle, difetto } of readXlsx(file, foglio)) righe.push(difetto === undefined ? celle.map(textOf) : [difetto]);
  return righe;
};
const refusalOf = async (file: Buffer, foglio?: string): Promise<string> => {
  try {
    return `letto: ${(await textsOf(file, foglio)).length} righe`;
  } catch (errore) {
    return errore instanceof FileIlleggibile ? errore.message : `eccezione ${String(errore)}`;
  }
};
const conRighe = async (righe: string, altro?: Readonly<Record<string, string>>): Promise<Buffer> => packParti(partiXlsx(righe, altro));

describe("a workbook", () => {
  it("of another program gives texts, days and amounts as they stand, at the place of their cell", async () => {
    const file = await conRighe(
      '<x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c></x:row>' +
        '<x:row r="5"><x:c r="A5" s="1"><x:v>46350</x:v></x:c><x:c r="B5" s="2"><x:v>46350.99</x:v></x:c><x:c r="C5" s="3"><x:v>1234.5599999999999</x:v></x:c>' +
        '<x:c r="D5" t="str"><x:f>A1&amp;"x"</x:f><x:v>calcolato</x:v></x:c><x:c r="E5" t="inlineStr"><x:is><x:t>in linea</x:t></x:is></x:c><x:c r="F5" t="e"><x:v>#N/D</x:v></x:c><x:c t="d"><x:v>2026-11-24T00:00:00</x:v></x:c></x:row>',
    );
    const righe: { riga: number; celle: readonly string[] }[] = [];
    for await (const { riga, celle } of readXlsx(file, undefined)) righe.push({ riga, celle: celle.map(textOf) });
    expect(righe).toEqual([
      { riga: 2, celle: ["Causale", "", "uno due & tre"] },
      { riga: 5, celle: ["2026-11-24", "2026-11-24", "1234.56", "calcolato", "in linea", "#N/D", "2026-11-24"] },
    ]);
    expect(await textsOf(file, " nascosto ")).toEqual([["nascosto"]]);
    expect(await refusalOf(file, "Altro")).toBe('manca il foglio "Altro": ci sono "Nascosto", "Movimenti"');
  });

  it("of 1904 counts its days from there", async () => {
    const parti = partiXlsx('<row><c s="1"><v>44888</v></c></row>');
    const file = await packParti({
      ...parti,
      "xl/workbook.xml": (parti["xl/workbook.xml"] ?? "").replace('date1904="0"', 'date1904="true"'),
    });
    expect(await textsOf(file)).toEqual([["2026-11-24"]]);
  });

  it("exported by the product is read back", async () => {
    const riga = fc.tuple(
      fc.string({ minLength: 1, maxLength: 20 }).filter((t) => t.trim() === t),
      fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }),
      fc
        .date({ min: new Date("1950-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
        .map((d) => d.toISOString().slice(0, 10)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(riga, { minLength: 1, maxLength: 6 }), async (righe) => {
        const colonne = [
          { nome: "causale", tipo: "testo" },
          { nome: "importo", tipo: "importo" },
          { nome: "data", tipo: "giorno" },
        ] as const;
        const file = await collect(
          writeXlsx(
            colonne,
            (async function* () {
              yield* righe;
            })(),
          ),
        );
        const [, ...lette] = await textsOf(file);
        expect(lette).toEqual(righe.map(([testo, importo, data]) => [testo, String(Number(importo) / 100), data]));
      }),
      { numRuns: 30 },
    );
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    [
      "with a DOCTYPE",
      async () => conRighe("", { "xl/worksheets/sheet2.xml": '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }),
      "contiene una DOCTYPE",
    ],
    ["with an entity", async () => conRighe("<row><c><v>&boom;</v></c></row>"), "non è XML valido"],
    ["that is not XML", async () => conRighe("<row><c></row>"), "non è XML valido"],
    ["deep without end", async () => conRighe("<a>".repeat(5_000)), "più di 64 livelli"],
    [
      "with a text made to fill the memory",
      async () => conRighe(`<row><c t="str"><v>${"x".repeat(3_000_000)}</v></c></row>`),
      "un testo di oltre 1048576 byte",
    ],
    [
      "that explodes",
      async () => conRighe(`<row><c t="str"><v>${"x".repeat(500_000)}</v></c></row>`.repeat(30)),
      "si espande più di 200 volte",
    ],
    [
      "with too many texts",
      async () => conRighe("", { "xl/sharedStrings.xml": `<sst>${`<si><t>${"x".repeat(32_000)}</t></si>`.repeat(800)}</sst>` }),
      "si espande",
    ],
    ["with rows out of order", async () => conRighe('<row r="2"/><row r="2"/>'), "non sono in ordine"],
    ["without a sheet that it names", async () => conRighe("", { "xl/worksheets/sheet2.xml": "" }), "non è XML valido"],
    ["that is another archive", async () => packParti({ "[Content_Types].xml": "<Types/>" }), "manca xl/workbook.xml"],
    ["cut in the middle", async () => (await conRighe("<row/>")).subarray(0, 400), "ZIP non valido"],
  ])("%s is refused", async (_caso, make, motivo) => {
    expect(await refusalOf(await make())).toContain(motivo);
  });

  it("with a cell beyond the columns allowed rejects that row", async () => {
    expect(await textsOf(await conRighe('<row><c r="ZZ1"><v>1</v></c></row><row><c><v>2</v></c></row>'))).toEqual([
      ["più di 500 colonne"],
      ["2"],
    ]);
  });

  it("gives a row before the next part of the sheet is inflated", async () => {
    const righe = Array.from({ length: 60_000 }, (_, n) => `<row><c t="str"><v>riga ${(n * 7919) % 60_013} ${n}</v></c></row>`).join("");
    const letta = await readXlsx(await conRighe(righe), undefined).next();
    expect(letta.value).toMatchObject({ riga: 1 });
  });
});
