import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok } from "../esito.ts";
import {
  type AuxDigit,
  buildNumeroAvviso,
  buildRiferimento,
  type DatiNumeroAvviso,
  hasCheckDigitValido,
  isIuvInterno,
  isNumeroAvviso,
  lunghezzaRiferimento,
  numeroAvvisoToIuv,
  resolvePrefisso,
} from "./numero-avviso.ts";

const cifre = (lunghezza: number) => fc.stringMatching(new RegExp(`^\\d{${lunghezza}}$`));
const datiDi = (auxDigit: AuxDigit) =>
  fc.record({
    auxDigit: fc.constant(auxDigit),
    applicationCode: cifre(2),
    segregationCode: cifre(2),
    riferimento: cifre(lunghezzaRiferimento(auxDigit)),
  });
const dati: fc.Arbitrary<DatiNumeroAvviso> = fc.oneof(datiDi(0), datiDi(1), datiDi(2), datiDi(3));

describe("check digits", () => {
  it.each(["001009202599000361", "322201151398574181", "330161072745098448", "300715700000000032", "301188340000064356"])(
    "agree in %s, a number in circulation, and are rebuilt from its parts",
    (numeroAvviso) => {
      expect(hasCheckDigitValido(numeroAvviso)).toBe(true);
      const aux0 = numeroAvviso.startsWith("0");
      const codice = numeroAvviso.slice(1, 3);
      const rifatto = aux0
        ? buildNumeroAvviso({ auxDigit: 0, applicationCode: codice, riferimento: numeroAvviso.slice(3, 16) })
        : buildNumeroAvviso({ auxDigit: 3, segregationCode: codice, riferimento: numeroAvviso.slice(3, 16) });
      expect(rifatto).toEqual({ numeroAvviso, iuv: numeroAvviso.slice(aux0 ? 3 : 1) });
    },
  );

  it.each(["311111111112222222", "302001751670642498", "344012345678901200"])(
    "do not agree in %s, which is a notice number all the same",
    (numeroAvviso) => {
      expect(isNumeroAvviso(numeroAvviso)).toBe(true);
      expect(hasCheckDigitValido(numeroAvviso)).toBe(false);
    },
  );

  it("agree in every number built, and break when one digit changes", () => {
    fc.assert(
      fc.property(dati, fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (dato, posizione, scarto) => {
        const { numeroAvviso, iuv } = buildNumeroAvviso(dato);
        expect(isNumeroAvviso(numeroAvviso)).toBe(true);
        expect(numeroAvvisoToIuv(numeroAvviso)).toBe(iuv);
        expect(iuv).toHaveLength(dato.auxDigit === 0 ? 15 : 17);
        expect(hasCheckDigitValido(numeroAvviso)).toBe(true);
        const cifra = (Number(numeroAvviso[posizione]) + scarto) % 10;
        expect(hasCheckDigitValido(numeroAvviso.slice(0, posizione) + cifra + numeroAvviso.slice(posizione + 1))).toBe(false);
      }),
    );
  });

  it("are the remainder by 93 computed with whole numbers of any size", () => {
    fc.assert(
      fc.property(dati, (dato) => {
        const { numeroAvviso } = buildNumeroAvviso(dato);
        expect(BigInt(numeroAvviso.slice(0, 16)) % 93n).toBe(BigInt(numeroAvviso.slice(16)));
      }),
    );
  });

  it("differ for the ten numbers of the same block", () => {
    const numeri = Array.from({ length: 10 }, (_, n) =>
      buildNumeroAvviso({ auxDigit: 3, segregationCode: "01", riferimento: `000000000000${n}` }),
    );
    expect(new Set(numeri.map((n) => n.iuv)).size).toBe(10);
  });
});

it.each<DatiNumeroAvviso>([
  { auxDigit: 0, riferimento: "0000000000001" },
  { auxDigit: 3, riferimento: "0000000000001" },
  { auxDigit: 3, segregationCode: "1", riferimento: "0000000000001" },
  { auxDigit: 3, segregationCode: "01", riferimento: "1" },
  { auxDigit: 1, riferimento: "0000000000001" },
  { auxDigit: 2, riferimento: "00000000000000A" },
])("throws on %j, which no caller may ask for", (dato) => {
  expect(() => buildNumeroAvviso(dato)).toThrow(RangeError);
});

it.each(["", "30000000000000000", "3000000000000000000", "400000000000000000", "30000000000000000A", "300000000000000000\n"])(
  "%j is no notice number",
  (testo) => {
    expect(isNumeroAvviso(testo)).toBe(false);
    expect(hasCheckDigitValido(testo)).toBe(false);
  },
);

it.each([
  ["000000000000001", { auxDigit: 0 }, true],
  ["00000000000000001", { auxDigit: 0 }, false],
  ["00000000000000001", { auxDigit: 1 }, true],
  ["00000000000000001", { auxDigit: 2 }, true],
  ["000000000000001", { auxDigit: 1 }, false],
  ["01000000000000001", { auxDigit: 3, segregationCode: "01" }, true],
  ["02000000000000001", { auxDigit: 3, segregationCode: "01" }, false],
  ["RF1801000000001", { auxDigit: 3, segregationCode: "01" }, true],
  ["RF1802000000001", { auxDigit: 3, segregationCode: "01" }, false],
  ["01000000000000001", { auxDigit: 3 }, false],
  ["abc", { auxDigit: 3, segregationCode: "01" }, false],
] as const)("IUV %s of %j is internal: %s", (iuv, ente, atteso) => {
  expect(isIuvInterno(iuv, ente)).toBe(atteso);
});

describe("resolvePrefisso", () => {
  it.each([
    ["", {}, ""],
    ["12", {}, "12"],
    ["%(a)%(p)", { a: "01", p: "345" }, "01345"],
    ["9%(t)%(y)", { p: "7" }, "9705"],
    ["%(Y)%(Y)", {}, "20052005"],
  ])("%s with %j gives %s in 2005", (template, valori, atteso) => {
    expect(resolvePrefisso(template, { ...valori, anno: 2005 })).toEqual(ok(atteso));
  });

  it.each([
    ["%(a)", {}],
    ["%(p)", { p: "" }],
    ["%(u)", { a: "1", p: "1" }],
    ["%(x)", {}],
    ["AB", {}],
    ["%(p)", { p: "TARI" }],
    ["1 2", {}],
  ])("%s with %j is refused naming iuvPrefix", (template, valori) => {
    expect(resolvePrefisso(template, { ...valori, anno: 2026 })).toMatchObject({ ok: false, errore: expect.stringContaining("iuvPrefix") });
  });
});

describe("buildRiferimento", () => {
  it.each([
    ["", 1n, 3, "0000000000001"],
    ["26", 42n, 3, "2600000000042"],
    ["26", 42n, 2, "260000000000042"],
    ["", 9_999_999_999_999n, 0, "9999999999999"],
    ["123456789012", 9n, 3, "1234567890129"],
  ] as const)("prefix %s and counter %s with auxDigit %s give %s", (prefisso, progressivo, auxDigit, atteso) => {
    expect(buildRiferimento(prefisso, progressivo, auxDigit)).toEqual(ok(atteso));
  });

  it.each([
    ["", 10_000_000_000_000n, 3],
    ["123456789012", 10n, 3],
    ["1234567890123", 0n, 3],
    ["12345678901234567", 0n, 3],
    ["", -1n, 3],
    ["X", 1n, 3],
  ] as const)("prefix %s and counter %s with auxDigit %s no longer fit", (prefisso, progressivo, auxDigit) => {
    expect(buildRiferimento(prefisso, progressivo, auxDigit)).toMatchObject({ ok: false, errore: expect.stringContaining("riferimento") });
  });

  it("never gives the same reference to two counters", () => {
    const progressivo = fc.bigInt({ min: 0n, max: 99_999_999n });
    fc.assert(
      fc.property(progressivo, progressivo, (uno, altro) => {
        const stesso = JSON.stringify(buildRiferimento("2601", uno, 3)) === JSON.stringify(buildRiferimento("2601", altro, 3));
        expect(stesso).toBe(uno === altro);
      }),
    );
  });
});
