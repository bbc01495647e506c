import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok } from "../esito.ts";
import {
  formatImporto,
  formatImportoItaliano,
  fromNumeroJson,
  IMPORTO_MASSIMO_CENTESIMI,
  parseImporto,
  sumImporti,
  toNumeroJson,
} from "./importo.ts";

const centesimi = fc.bigInt({ min: 0n, max: IMPORTO_MASSIMO_CENTESIMI });

describe("parseImporto", () => {
  it.each([
    ["0", 0n],
    ["0.01", 1n],
    ["0.1", 10n],
    ["1.10", 110n],
    ["007.5", 750n],
    ["999999999.99", IMPORTO_MASSIMO_CENTESIMI],
  ])("reads %s", (testo, atteso) => {
    expect(parseImporto(testo)).toEqual(ok(atteso));
  });

  it.each(["", " 1", "1 ", "-1", "+1", "1,50", "1.", ".5", "1.005", "1000000000", "1e3", "0x10", "NaN", "1.0.0", "1\n", "١"])(
    "refuses %j naming field and limit",
    (testo) => {
      const esito = parseImporto(testo, "importoVoce");
      expect(esito).toMatchObject({ ok: false, errore: expect.stringMatching(/importoVoce.*999999999\.99/) });
    },
  );
});

describe("writing", () => {
  it.each([
    [0n, "0.00", "0,00"],
    [1n, "0.01", "0,01"],
    [99n, "0.99", "0,99"],
    [123_450n, "1234.50", "1.234,50"],
    [-5n, "-0.05", "-0,05"],
    [-123_456_789n, "-1234567.89", "-1.234.567,89"],
    [100_000n, "1000.00", "1.000,00"],
    [IMPORTO_MASSIMO_CENTESIMI, "999999999.99", "999.999.999,99"],
  ])("%s cents are %s and, in Italian, %s", (importo, testo, italiano) => {
    expect(formatImporto(importo)).toBe(testo);
    expect(formatImportoItaliano(importo)).toBe(italiano);
  });

  it("gives back every amount that it wrote", () => {
    fc.assert(
      fc.property(centesimi, (importo) => {
        expect(parseImporto(formatImporto(importo))).toEqual(ok(importo));
      }),
    );
  });
});

describe("JSON numbers", () => {
  it.each([
    [1.15, 115n],
    [0.29, 29n],
    [4.35, 435n],
    [1001.1, 100_110n],
    [-0, 0n],
    [999_999_999.99, IMPORTO_MASSIMO_CENTESIMI],
  ])("reads %s without arithmetic", (numero, atteso) => {
    expect(fromNumeroJson(numero)).toEqual(ok(atteso));
  });

  it.each([0.1 + 0.2, 1e-7, 1e21, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9])("refuses %s", (numero) => {
    expect(fromNumeroJson(numero).ok).toBe(false);
  });

  it("survive JSON text in both directions", () => {
    fc.assert(
      fc.property(centesimi, (importo) => {
        const riletto: unknown = JSON.parse(JSON.stringify({ importo: toNumeroJson(importo) }));
        expect(riletto).toEqual({ importo: toNumeroJson(importo) });
        expect(fromNumeroJson(toNumeroJson(importo))).toEqual(ok(importo));
      }),
    );
  });
});

it("sums any list exactly", () => {
  expect(sumImporti([])).toBe(0n);
  fc.assert(
    fc.property(fc.array(centesimi), (lista) => {
      expect(sumImporti(lista)).toBe(lista.reduce((somma, x) => somma + x, 0n));
    }),
  );
});
