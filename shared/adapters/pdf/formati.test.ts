import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codiceAvvisoAGruppi, dataItaliana, importoItaliano } from "./formati.ts";

describe("le forme scritte dell'avviso", () => {
  it.each([
    [0n, "0,00"],
    [5n, "0,05"],
    [99n, "0,99"],
    [100n, "1,00"],
    [99_999n, "999,99"],
    [100_000n, "1.000,00"],
    [102_099n, "1.020,99"],
    [99_999_999_999n, "999.999.999,99"],
  ])("l'importo di %s centesimi è %s", (centesimi, scritto) => {
    expect(importoItaliano(centesimi)).toBe(scritto);
  });

  it("tolti punti e virgola, l'importo torna ai centesimi", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 99_999_999_999n), (centesimi) => {
        expect(BigInt(importoItaliano(centesimi).replace(/[.,]/g, ""))).toBe(centesimi);
      }),
    );
  });

  it("la data è giorno, mese e anno", () => {
    expect(dataItaliana("2026-02-01")).toBe("01/02/2026");
  });

  it("il codice avviso occupa 22 caratteri a gruppi di quattro", () => {
    expect(codiceAvvisoAGruppi("302000100000009424")).toBe("3020 0010 0000 0094 24");
  });
});
