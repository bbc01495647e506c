import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDataMatrixPoste } from "../../../domain/valori/data-matrix-poste.ts";
import { rileggi } from "../prove/codici.ts";
import { disegnaDataMatrix } from "./data-matrix.ts";

describe("il DataMatrix, riletto da un altro programma", () => {
  it.each([
    ["una lettera", "A", 16],
    ["sole cifre", "0123456789".repeat(5), 22],
    ["sole maiuscole", "QUESTO TESTO OCCUPA TRE CARATTERI OGNI DUE PAROLE", 24],
    ["minuscole e segni", "codfase=NBPA; & così via".normalize("NFD").replace(/\p{M}/gu, ""), 22],
    ["due blocchi di correzione", "AB".repeat(145), 52],
    ["la misura che segue", "AB".repeat(160), 64],
    ["quattro blocchi", "AB".repeat(240), 72],
    ["la penultima misura", "AB".repeat(300), 80],
    ["la misura più grande", "AB".repeat(420), 88],
  ])("contiene %s", async (_nome, testo, lato) => {
    const codice = disegnaDataMatrix(testo);
    expect(codice.lato).toBe(lato);
    expect((await rileggi(codice, "DataMatrix")).testi).toEqual([testo]);
  });

  it("contiene il testo di Poste, spazi finali compresi, in 48×48 moduli", async () => {
    const testo = buildDataMatrixPoste({
      numeroAvviso: "301000000000000133",
      contoPostale: "000010271400",
      importo: 9_999_999_999n,
      idDominio: "01234567897",
      identificativoDebitore: "RSSMRA85T10A562S",
      anagrafica: "D'AGOSTINO MARIA ROSARIA IMMACOLATA CONCETTA",
      oggetto: "TARI 2026, SALDO",
    });
    const codice = disegnaDataMatrix(testo);
    expect(codice.lato).toBe(48);
    expect((await rileggi(codice, "DataMatrix")).testi).toEqual([testo]);
  });

  it("contiene qualunque testo ASCII stampabile", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((c) => String.fromCharCode(c)), minLength: 1, maxLength: 256 }),
        async (testo) => {
          expect((await rileggi(disegnaDataMatrix(testo), "DataMatrix")).testi).toEqual([testo]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ["un accento", "è"],
    ["un carattere di controllo", "a\u0000b"],
    ["più di quanto regga il simbolo più grande", "AB".repeat(500)],
  ])("rifiuta %s", (_nome, testo) => {
    expect(() => disegnaDataMatrix(testo)).toThrow("DataMatrix");
  });
});
