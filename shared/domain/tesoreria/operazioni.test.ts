/** The life of a movement: one result whatever the order of the facts, amounts that add up, facts without ground told. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPERAZIONI_MOVIMENTO } from "./movimento.ts";
import { foldOperazioni, type OperazioneRegistrata } from "./operazioni.ts";
import { EVENTO_DI, statiMovimento } from "./stati-movimento.ts";

const op = (
  operazione: OperazioneRegistrata["operazione"],
  data: string,
  importo = 10_000n,
  numeroDocumento?: string,
): OperazioneRegistrata => ({
  operazione,
  data,
  importo,
  ...(numeroDocumento !== undefined && { numeroDocumento }),
});

const ESEGUITO = op("ESEGUITO", "2026-11-02");

describe("the state of a movement", () => {
  it.each([
    ["told and nothing else", [ESEGUITO], "ESEGUITO", 0n, 0n],
    ["covered by one order", [ESEGUITO, op("REGOLARIZZATO", "2026-11-10")], "REGOLARIZZATO", 10_000n, 0n],
    ["covered in part", [ESEGUITO, op("REGOLARIZZATO", "2026-11-10", 4_000n)], "ESEGUITO", 4_000n, 0n],
    [
      "covered by two orders",
      [ESEGUITO, op("REGOLARIZZATO", "2026-11-10", 4_000n, "1"), op("REGOLARIZZATO", "2026-11-10", 6_000n, "2")],
      "REGOLARIZZATO",
      10_000n,
      0n,
    ],
    ["cancelled", [ESEGUITO, op("STORNATO", "2026-11-03")], "STORNATO", 0n, 10_000n],
    ["cancelled in part", [ESEGUITO, op("STORNATO", "2026-11-03", 1_000n)], "ESEGUITO", 0n, 1_000n],
    [
      "cancelled in part, the rest covered",
      [ESEGUITO, op("STORNATO", "2026-11-03", 1_000n), op("REGOLARIZZATO", "2026-11-04", 9_000n)],
      "REGOLARIZZATO",
      9_000n,
      1_000n,
    ],
    [
      "restored after its order was annulled",
      [ESEGUITO, op("REGOLARIZZATO", "2026-11-10"), op("RIPRISTINATO", "2026-11-12")],
      "ESEGUITO",
      0n,
      0n,
    ],
    ["restored after being cancelled", [ESEGUITO, op("STORNATO", "2026-11-10"), op("RIPRISTINATO", "2026-11-12")], "ESEGUITO", 0n, 0n],
    [
      "covered, restored and covered again in one day",
      [
        ESEGUITO,
        op("REGOLARIZZATO", "2026-11-10", 10_000n, "1"),
        op("RIPRISTINATO", "2026-11-10"),
        op("REGOLARIZZATO", "2026-11-10", 10_000n, "2"),
      ],
      "REGOLARIZZATO",
      10_000n,
      0n,
    ],
    ["cancelled before being told: it waits", [op("STORNATO", "2026-11-03")], "IN_ATTESA", 0n, 0n],
  ] as const)("is right when it is %s", (_, operazioni, stato, regolarizzato, stornato) => {
    const vita = foldOperazioni(operazioni);
    expect(vita).toMatchObject({
      stato,
      importoRegolarizzato: regolarizzato,
      importoStornato: stornato,
      importo: 10_000n,
      segnalazioni: [],
    });
  });

  it("tells an operation that has nothing to act on, and goes on", () => {
    const vita = foldOperazioni([ESEGUITO, op("RIPRISTINATO", "2026-11-05"), op("REGOLARIZZATO", "2026-11-10")]);
    expect(vita.stato).toBe("REGOLARIZZATO");
    expect(vita.segnalazioni).toEqual(["RIPRISTINATO di 100,00 euro del 2026-11-05 senza nulla su cui agire"]);
  });

  it("has an event of the table for each operation of the treasurer", () => {
    expect(OPERAZIONI_MOVIMENTO.map((operazione) => EVENTO_DI[operazione]).sort()).toEqual([...statiMovimento.eventi].sort());
  });
});

const operazione = fc.record({
  operazione: fc.constantFrom(...OPERAZIONI_MOVIMENTO),
  data: fc.constantFrom("2026-11-02", "2026-11-03", "2026-11-04"),
  importo: fc.constantFrom(10_000n, 4_000n, 6_000n),
  numeroDocumento: fc.constantFrom("1", "2"),
});
// One line tells the money: two of different amounts are refused before they get here.
const unicaEsecuzione = (operazioni: readonly OperazioneRegistrata[]): OperazioneRegistrata[] =>
  operazioni.map((una) => (una.operazione === "ESEGUITO" ? { ...una, importo: 10_000n } : una));

describe("any set of operations", () => {
  it("leads to one state whatever the order, and whoever is told twice", () => {
    fc.assert(
      fc.property(
        fc
          .array(operazione, { minLength: 1, maxLength: 8 })
          .chain((tutte) => fc.tuple(fc.constant(tutte), fc.shuffledSubarray([...tutte, ...tutte], { minLength: 2 * tutte.length }))),
        ([tutte, mischiate]) => {
          expect(foldOperazioni(unicaEsecuzione(mischiate))).toEqual(foldOperazioni(unicaEsecuzione(tutte)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("never cancels money by less than nothing", () => {
    fc.assert(
      fc.property(fc.array(operazione, { minLength: 1, maxLength: 8 }), (tutte) => {
        const { importoStornato, importoRegolarizzato, stato, importo } = foldOperazioni(unicaEsecuzione(tutte));
        expect(importoStornato >= 0n && importoRegolarizzato >= 0n).toBe(true);
        if (stato === "STORNATO") expect(importoStornato >= importo).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
