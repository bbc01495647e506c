/** Amounts of others, exact to the cent whatever their writer. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatImporto, IMPORTO_MASSIMO_CENTESIMI } from "../../domain/valori/importo.ts";
import { centesimiDaTesto, parseConCifre } from "./numeri.ts";

describe("importi dal testo di un numero", () => {
  it.each([
    ["0", 0n],
    ["10", 1000n],
    ["10.5", 1050n],
    ["10.50", 1050n],
    ["0.01", 1n],
    ["0.10", 10n],
    ["999999999.99", 99_999_999_999n],
    ["1.0E7", 1_000_000_000n],
    ["1.05e1", 1050n],
    ["1050E-2", 1050n],
    ["5e-2", 5n],
    ["100.1000000", 10_010n],
  ])("%s", (testo, centesimi) => {
    expect(centesimiDaTesto(testo)).toEqual({ ok: true, valore: centesimi });
  });

  it.each(["", "-1", "1.", ".5", "10.005", "10,50", "1e99", "1000000000", "NaN", "0x10", "1 0", "5e-3"])("%s è rifiutato", (testo) => {
    expect(centesimiDaTesto(testo).ok).toBe(false);
  });

  it("ogni importo che sappiamo scrivere si rilegge uguale", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: IMPORTO_MASSIMO_CENTESIMI }), (centesimi) => {
        const json = parseConCifre(`{"a":${formatImporto(centesimi)}}`);
        expect(json).toEqual({ ok: true, valore: { a: formatImporto(centesimi) } });
        expect(centesimiDaTesto(formatImporto(centesimi))).toEqual({ ok: true, valore: centesimi });
      }),
    );
  });

  it("le cifre arrivano come sono scritte e i null sono campi assenti", () => {
    expect(parseConCifre('{"a": 0.30000000000000004, "b": null, "c": [1.10]}')).toEqual({
      ok: true,
      valore: { a: "0.30000000000000004", c: ["1.10"] },
    });
    expect(parseConCifre("{").ok).toBe(false);
  });
});
