import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildDataMatrixPoste,
  type DatiDataMatrixPoste,
  IMPORTO_MASSIMO_BOLLETTINO,
  LUNGHEZZA_DATA_MATRIX_POSTE,
} from "./data-matrix-poste.ts";

const DATI: DatiDataMatrixPoste = {
  numeroAvviso: "301000000000000133",
  contoPostale: "10271400",
  importo: 10_050n,
  idDominio: "01234567897",
  identificativoDebitore: "RSSMRA85T10A562S",
  anagrafica: "Nicolò D'Agostino Müller",
  oggetto: "TARI 2026, 1ª rata",
};

describe("il testo del DataMatrix del bollettino postale PA", () => {
  it("tiene ogni campo alla sua posizione", () => {
    const testo = buildDataMatrixPoste(DATI);
    const campo = (inizio: number, lunghezza: number): string => testo.slice(inizio, inizio + lunghezza);
    expect([
      campo(0, 13),
      campo(13, 20),
      campo(33, 14),
      campo(47, 12),
      campo(59, 4),
      campo(63, 3),
      campo(66, 11),
      campo(77, 16),
      campo(93, 40),
      campo(133, 110),
      campo(243, 12),
      campo(255, 1),
    ]).toEqual([
      "codfase=NBPA;",
      "18301000000000000133",
      "12000010271400",
      "100000010050",
      "3896",
      "1P1",
      "01234567897",
      "RSSMRA85T10A562S",
      "NICOLO D'AGOSTINO MULLER".padEnd(40),
      "TARI 2026, 1  RATA".padEnd(110),
      " ".repeat(12),
      "A",
    ]);
  });

  it("è lungo 256 caratteri ASCII qualunque cosa arrivi", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.bigInt(0n, IMPORTO_MASSIMO_BOLLETTINO),
        (oggetto, anagrafica, importo) => {
          const testo = buildDataMatrixPoste({ ...DATI, oggetto, anagrafica, importo });
          expect(testo).toHaveLength(LUNGHEZZA_DATA_MATRIX_POSTE);
          expect(testo).toMatch(/^[ -~]*A$/);
          expect(testo.slice(13, 33)).toBe("18301000000000000133");
        },
      ),
    );
  });

  it.each([
    ["ß", "Straße", "STRASSE"],
    ["š", "Bišćan", "BISCAN"],
    ["un apostrofo tipografico", "D’Amico", "D'AMICO"],
    ["un carattere che Poste non legge", "A/B*C", "A B C"],
  ])("riduce %s", (_nome, anagrafica, atteso) => {
    expect(
      buildDataMatrixPoste({ ...DATI, anagrafica })
        .slice(93, 133)
        .trimEnd(),
    ).toBe(atteso);
  });
});
