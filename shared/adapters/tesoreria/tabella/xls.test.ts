/** Old workbooks: values as they were last computed, texts cut anywhere, and any damage a refusal that a person understands. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textOf } from "../../../domain/tesoreria/profili/tabella.ts";
import { FileIlleggibile } from "./file-illeggibile.ts";
import { ESTRATTO_XLS } from "./prove/estratto-xls.ts";
import { type CellaXls, writeXls } from "./prove/scrivi-xls.ts";
import { readXls } from "./xls.ts";

const textsOf = (file: Buffer, foglio?: string): readonly (readonly string[])[] =>
  [...readXls(file, foglio)].map(({ celle }) => celle.map(textOf));
const refusalOf = (file: Buffer, foglio?: string): string => {
  try {
    return `letto: ${textsOf(file, foglio).length} righe`;
  } catch (errore) {
    return errore instanceof FileIlleggibile ? errore.message : `eccezione ${String(errore)}`;
  }
};
const unFoglio = (righe: readonly (readonly CellaXls[])[]) => ({ fogli: [{ nome: "Uno", righe }] });

/** What else Microsoft keeps in such files: a document, a message. */
const renamed = (): Buffer => {
  const file = writeXls(unFoglio([["x"]]));
  file.write("Document", file.indexOf(Buffer.from("Workbook", "utf16le")), "utf16le");
  return file;
};

describe("an old workbook", () => {
  it("written by another program gives the rows of its visible sheet", () => {
    const righe = [...readXls(ESTRATTO_XLS, undefined)];
    expect(righe.map(({ riga }) => riga)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(righe[2]?.celle.slice(3, 9).map(textOf)).toEqual(["EUR", "2026-11-24", "2026-11-25", "1234.56", "+", "48BO"]);
    expect(textOf(righe[3]?.celle[13])).toBe("COMMISSIONI 漢字 TRIMESTRE");
    expect(textOf(righe[5]?.celle[6])).toBe("1222.56");
    expect(textsOf(ESTRATTO_XLS, "nascosto")).toEqual([["nascosto"]]);
    expect(refusalOf(ESTRATTO_XLS, "Altro")).toBe('manca il foglio "Altro": ci sono "Nascosto", "Movimenti"');
  });

  it("has numbers packed in every way, days of either epoch, formulas as they were computed, texts of every age", () => {
    const righe: readonly (readonly CellaXls[])[] = [
      [1, -7, 1234.56, { rapidi: [1, 2, 3] }],
      [{ seriale: 46350.5 }, { formula: 12.5 }, { formula: "testo" }, { etichetta: "città €" }],
    ];
    expect(textsOf(writeXls(unFoglio(righe)))).toEqual([
      ["1", "-7", "1234.56", "1", "2", "3"],
      ["2026-11-24", "12.5", "testo", "città €"],
    ]);
    const [prima] = [...readXls(writeXls({ ...unFoglio([[{ seriale: 44888 }]]), epoca1904: true }), undefined)];
    expect(textOf(prima?.celle[0])).toBe("2026-11-24");
  });

  it("gives back any text, wherever its pieces are cut, in a stream of either size", () => {
    const testi = fc.array(fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(testi, fc.integer({ min: 12, max: 200 }), fc.boolean(), (righe, pezzo, piccolo) => {
        const letti = [...readXls(writeXls({ ...unFoglio(righe), pezzo, piccolo }), undefined)].map(({ celle }) => celle);
        expect(letti).toEqual(righe);
      }),
      { numRuns: 12 },
    );
  });

  it.each<[string, Buffer, string]>([
    ["another compound file", renamed(), "il file non è un foglio di calcolo XLS"],
    [
      "of Excel 95",
      writeXls({ ...unFoglio([["x"]]), versione: 0x0500 }),
      "il foglio di calcolo è di Excel 95 o precedente: salvarlo come XLSX",
    ],
    ["under a password", writeXls({ ...unFoglio([["x"]]), password: true }), "il foglio di calcolo è protetto da password"],
    ["without sheets", writeXls({ fogli: [] }), "il foglio di calcolo non ha fogli"],
    ["cut in the middle", ESTRATTO_XLS.subarray(0, 3000), "il file XLS è danneggiato"],
    ["of its signature only", ESTRATTO_XLS.subarray(0, 8), "il file XLS è danneggiato: manca la testata"],
  ])("%s is refused", (_caso, file, motivo) => {
    expect(refusalOf(file)).toContain(motivo);
  });

  it("damaged anywhere is read or refused: it never throws anything else, nor runs for ever", () => {
    const danni = fc.array(fc.tuple(fc.nat(ESTRATTO_XLS.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(danni, fc.nat(ESTRATTO_XLS.length), (byte, taglio) => {
        const guasto = Buffer.from(ESTRATTO_XLS);
        for (const [posto, valore] of byte) guasto[posto] = valore;
        expect(refusalOf(guasto)).not.toContain("eccezione");
        expect(refusalOf(guasto.subarray(0, taglio))).not.toContain("eccezione");
      }),
      { numRuns: 400 },
    );
  });

  it("whose chains run in a circle ends", () => {
    const giro = writeXls(unFoglio([["x".repeat(2000)]]));
    // The table of the sectors: every one points to the last of the workbook's own.
    for (let i = 0; i < 128; i++) giro.writeUInt32LE(3 + (i % 4), 512 + i * 4);
    expect(refusalOf(giro)).toContain("danneggiato");
  });
});
