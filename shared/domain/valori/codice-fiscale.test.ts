import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCodiceFiscale, isPartitaIva, tipoSoggettoDi } from "./codice-fiscale.ts";

describe("isCodiceFiscale", () => {
  it.each(["BSCMTT83A12L719R", "CNICLD64M29A326A", "RSSMRA85T10A562S"])("accepts %s", (codice) => {
    expect(isCodiceFiscale(codice)).toBe(true);
  });

  it("accepts a homocode with its own letter and refuses it with the letter of the original", () => {
    expect(isCodiceFiscale("RSSMRA85T10A56NH")).toBe(true);
    expect(isCodiceFiscale("RSSMRA85T10A56NS")).toBe(false);
  });

  it("accepts a provisional code of 11 digits only with its check digit", () => {
    expect(isCodiceFiscale("80184430587")).toBe(true);
    expect(isCodiceFiscale("80184430588")).toBe(false);
  });

  it.each([
    "",
    "rssmra85t10a562s",
    "RSSMRA85T10A562T",
    "RSSMRA85F10A562S",
    "RSSMRA85T00A562R",
    "RSSMRA85T32A562S",
    "RSSMRA85T10A562S ",
    "ANONIMO",
  ])("refuses %j", (codice) => {
    expect(isCodiceFiscale(codice)).toBe(false);
  });

  it.each(["RSSMRA85T00A562", "RSSMRA85T32A562", "RSSMRA85T40A562", "RSSMRA85T72A562"])(
    "has no right check letter for %s, born on no day",
    (corpo) => {
      expect([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].some((lettera) => isCodiceFiscale(corpo + lettera))).toBe(false);
    },
  );

  it("has exactly one right check letter for each person", () => {
    const lettere = (n: number) => fc.stringMatching(new RegExp(`^[A-Z]{${n}}$`));
    const giorno = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 41, max: 71 })).map((g) => String(g).padStart(2, "0"));
    const corpo = fc
      .tuple(lettere(6), fc.stringMatching(/^\d{2}[ABCDEHLMPRST]$/), giorno, fc.stringMatching(/^[A-Z]\d{3}$/))
      .map((parti) => parti.join(""));
    fc.assert(
      fc.property(corpo, (testo) => {
        const giuste = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((lettera) => isCodiceFiscale(testo + lettera));
        expect(giuste).toHaveLength(1);
      }),
    );
  });
});

describe("isPartitaIva", () => {
  it.each(["00085240950", "01199250158", "80184430587", "15376371009", "91001750073"])("accepts %s", (codice) => {
    expect(isPartitaIva(codice)).toBe(true);
  });

  it.each(["77777777777", "0119925015", "011992501580", "0119925015A", ""])("refuses %j", (codice) => {
    expect(isPartitaIva(codice)).toBe(false);
  });

  it("notices every change of one digit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 }), fc.integer({ min: 1, max: 9 }), (posizione, scarto) => {
        const codice = "15376371009";
        const cifra = (Number(codice[posizione]) + scarto) % 10;
        expect(isPartitaIva(codice.slice(0, posizione) + cifra + codice.slice(posizione + 1))).toBe(false);
      }),
    );
  });
});

it.each([
  ["RSSMRA85T10A562S", "F"],
  ["ANONIMO", "F"],
  ["77777777777", "G"],
] as const)("%s is a subject of kind %s", (codice, tipo) => {
  expect(tipoSoggettoDi(codice)).toBe(tipo);
});
