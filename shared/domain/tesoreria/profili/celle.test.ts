/** Amounts and dates as Italian banks write them, to the cent and to the day; what is not one is refused, never guessed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatImportoItaliano } from "../../valori/importo.ts";
import { FORMATI_DATA, type FormatoData, parseData, parseDataIn } from "./date-lette.ts";
import { type Decimali, parseImportoLetto } from "./importi-letti.ts";
import type { Cella } from "./tabella.ts";

const cents = (cella: Cella, decimali: Decimali = ",", centesimi = false): bigint | string | undefined => {
  const letto = parseImportoLetto(cella, { decimali, centesimi, campo: "Importo" });
  return letto.ok ? letto.valore : letto.errore;
};

describe("an amount", () => {
  it.each<[string, bigint]>([
    ["1.234,56", 123456n],
    ["1234,56", 123456n],
    ["1 234,56", 123456n],
    ["1'234,56", 123456n],
    ["1\u00a0234,56", 123456n],
    ["1234,56-", -123456n],
    ["1234,56 -", -123456n],
    ["-1.234,56", -123456n],
    ["\u22121.234,56", -123456n],
    ["+ 12", 1200n],
    ["(12,00)", -1200n],
    ["€ 12,5", 1250n],
    ["12,50 EUR", 1250n],
    ["12,5000", 1250n],
    ["0,01", 1n],
    ["1.234.567.890,12", 123456789012n],
  ])("with the decimal comma: %s", (testo, atteso) => {
    expect(cents(testo)).toBe(atteso);
  });

  it.each<[string, bigint]>([
    ["1,234.56", 123456n],
    ["1234.56-", -123456n],
    ["12.5", 1250n],
    ["1,234,567", 123456700n],
  ])("with the decimal point: %s", (testo, atteso) => {
    expect(cents(testo, ".")).toBe(atteso);
  });

  it.each<[string, Decimali, string]>([
    ["1,234", ",", 'Importo "1,234" ha più di 2 decimali'],
    ["12,345", ",", 'Importo "12,345" ha più di 2 decimali'],
    ["1.23", ",", 'Importo "1.23" non è un importo con la virgola dei decimali'],
    ["12.34,56", ",", 'Importo "12.34,56" non è un importo con la virgola dei decimali'],
    ["1e3", ".", 'Importo "1e3" non è un importo con il punto dei decimali'],
    ["-12,00-", ",", 'Importo "-12,00-" ha due segni'],
    ["dodici", ",", 'Importo "dodici" non è un importo con la virgola dei decimali'],
    ["1234567890123,00", ",", 'Importo "1234567890123,00" ha più di 12 cifre intere'],
    ["9".repeat(41), ",", "Importo di oltre 40 caratteri"],
  ])("is refused when it may be another: %s", (testo, decimali, atteso) => {
    expect(cents(testo, decimali)).toBe(atteso);
  });

  it("that both the comma and the point read is the same for both", () => {
    const cifre = fc.integer({ min: 0, max: 9_999 }).map(String);
    const pezzi = fc.array(
      fc.tuple(
        fc.constantFrom(".", ","),
        cifre.chain((c) => fc.constantFrom(c, c.padEnd(3, "0").slice(0, 3))),
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(cifre, pezzi, (interi, resto) => {
        const testo = interi + resto.map(([separatore, gruppo]) => separatore + gruppo).join("");
        const [virgola, punto] = [cents(testo, ","), cents(testo, ".")];
        if (typeof virgola === "bigint" && typeof punto === "bigint") expect(virgola).toBe(punto);
      }),
      { numRuns: 1_000 },
    );
    expect([cents("1.200", ","), cents("1.200", ".")]).toEqual([120_000n, 'Importo "1.200" ha più di 2 decimali']);
  });

  it("in whole cents has no decimals", () => {
    expect([cents("123456", ",", true), cents("1.234", ",", true), cents({ numero: 99 }, ",", true)]).toEqual([123456n, 1234n, 99n]);
    expect(cents("12,50", ",", true)).toBe('Importo "12,50" non è un numero intero di centesimi');
    expect(cents({ numero: 1.5 }, ",", true)).toBe('Importo "1.5" non è un numero intero di centesimi');
  });

  it("of an empty cell is none", () => {
    expect([cents(""), cents("  "), cents("\u00a0")]).toEqual([undefined, undefined, undefined]);
  });

  it("that a spreadsheet keeps as a binary fraction is the cent it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (centesimi) => {
        expect(cents({ numero: centesimi / 100 })).toBe(BigInt(centesimi));
      }),
    );
    expect(cents({ numero: 0.1 + 0.2 })).toBe(30n);
    expect(cents({ numero: 12.345 })).toBe('Importo "12.345" ha più di 2 decimali');
    expect(cents({ numero: Number.POSITIVE_INFINITY })).toContain("cifre intere");
  });

  it("written in Italian is read back, whatever it is; with the other decimals it is the same or nothing", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n }), (centesimi) => {
        const scritto = formatImportoItaliano(centesimi);
        expect(cents(scritto)).toBe(centesimi);
        expect([centesimi, "string"]).toContainEqual(typeof cents(scritto, ".") === "string" ? "string" : cents(scritto, "."));
      }),
    );
  });
});

describe("a date", () => {
  it.each<[FormatoData, string, string]>([
    ["gg/mm/aaaa", "24/11/2026", "2026-11-24"],
    ["gg/mm/aaaa", "4/1/2026", "2026-01-04"],
    ["gg/mm/aaaa", "24/11/2026 10:33:00", "2026-11-24"],
    ["gg-mm-aaaa", "24-11-2026", "2026-11-24"],
    ["gg.mm.aaaa", "24.11.2026", "2026-11-24"],
    ["gg/mm/aa", "24/11/26", "2026-11-24"],
    ["aaaa-mm-gg", "2026-11-24", "2026-11-24"],
    ["aaaa-mm-gg", "2026-11-24T23:59:59.000+01:00", "2026-11-24"],
    ["aaaammgg", "20261124", "2026-11-24"],
    ["ggmmaaaa", "24112026", "2026-11-24"],
    ["ggmmaa", "241126", "2026-11-24"],
    ["mm/gg/aaaa", "11/24/2026", "2026-11-24"],
    ["gg mmm aaaa", "24 novembre 2026", "2026-11-24"],
    ["gg mmm aaaa", "3 gen. 2026", "2026-01-03"],
    ["gg-mmm-aa", "24-NOV-26", "2026-11-24"],
  ])("%s: %s", (formato, testo, atteso) => {
    expect(parseDataIn(testo, formato)).toBe(atteso);
  });

  it.each<[FormatoData, string]>([
    ["gg/mm/aaaa", "31/02/2026"],
    ["gg/mm/aaaa", "11/24/2026"],
    ["gg/mm/aaaa", "24-11-2026"],
    ["aaaammgg", "2026112"],
    ["gg-mmm-aa", "24-BRU-26"],
    ["gg/mm/aaaa", "24/11/2026x"],
  ])("%s is not %s", (formato, testo) => {
    expect(parseDataIn(testo, formato)).toBeUndefined();
  });

  it("of a spreadsheet is the day of its cell, or of its number; a date in digits is not a number of days", () => {
    const giorno = (cella: Cella) => parseData(cella, ["gg/mm/aaaa", "aaaammgg"], "Data");
    expect(giorno({ numero: 46350, giorno: "2026-11-24" })).toEqual({ ok: true, valore: "2026-11-24" });
    expect(giorno({ numero: 46350.75 })).toEqual({ ok: true, valore: "2026-11-24" });
    expect(giorno({ numero: 20261124 })).toEqual({ ok: true, valore: "2026-11-24" });
    expect(giorno({ numero: 12 })).toEqual({ ok: false, errore: 'Data "12" non è una data esistente nella forma gg/mm/aaaa o aaaammgg' });
  });

  it("written in a form is read in it", () => {
    const due = (n: number): string => String(n).padStart(2, "0");
    const mesi = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMATI_DATA),
        fc.date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true }),
        (formato, quando) => {
          const [a, m, g] = [quando.getUTCFullYear(), quando.getUTCMonth() + 1, quando.getUTCDate()];
          const testo = formato
            .replace("gg", due(g))
            .replace("mmm", mesi[m - 1] ?? "")
            .replace("mm", due(m))
            .replace("aaaa", String(a))
            .replace(/(?<![a-z])aa/, due(a % 100));
          // The two figures of a year glued to the month.
          const scritto = formato === "ggmmaa" ? `${due(g)}${due(m)}${due(a % 100)}` : testo;
          expect(parseDataIn(scritto, formato)).toBe(`${a}-${due(m)}-${due(g)}`);
        },
      ),
    );
  });
});
