import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addGiorni } from "../valori/date.ts";
import { tratti } from "./periodi.ts";

describe("the stretches of a period", () => {
  it.each([
    ["one day", "2026-11-26", "2026-11-26", ["giorno 2026-11-26 2026-11-26"]],
    ["one month", "2026-02-01", "2026-02-28", ["mese 2026-02 2026-02"]],
    ["a year", "2026-01-01", "2026-12-31", ["mese 2026-01 2026-12"]],
    ["days of two months", "2026-01-15", "2026-02-10", ["giorno 2026-01-15 2026-02-10"]],
    ["from a day to the end of a month", "2026-01-31", "2026-03-31", ["giorno 2026-01-31 2026-01-31", "mese 2026-02 2026-03"]],
    ["from the first of a month to a day", "2026-01-01", "2026-03-01", ["mese 2026-01 2026-02", "giorno 2026-03-01 2026-03-01"]],
    [
      "both sticking out, over the year's end",
      "2025-11-30",
      "2026-02-01",
      ["giorno 2025-11-30 2025-11-30", "mese 2025-12 2026-01", "giorno 2026-02-01 2026-02-01"],
    ],
    ["nothing", "2026-02-02", "2026-02-01", []],
  ])("%s", (_caso, da, a, attesi) => {
    expect(tratti(da, a).map((tratto) => `${tratto.passo} ${tratto.da} ${tratto.a}`)).toEqual(attesi);
  });

  it("hold each day of it, once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 200 }), (inizio, durata) => {
        const da = addGiorni("2024-12-20", inizio);
        const giorni = Array.from({ length: durata + 1 }, (_, n) => addGiorni(da, n));
        const trovati = tratti(da, giorni.at(-1) ?? da);
        for (const giorno of giorni) {
          const suoi = trovati.filter((t) => {
            const periodo = t.passo === "mese" ? giorno.slice(0, 7) : giorno;
            return periodo >= t.da && periodo <= t.a;
          });
          expect(suoi).toHaveLength(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
