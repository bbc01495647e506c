/** A first profile for a table nobody described: it must read what a person would read in it, or say that it cannot. */
import { describe, expect, it } from "vitest";
import { guessRegole } from "./indovina.ts";
import { Mappatura } from "./mappatura.ts";
import type { Cella, RigaTabella } from "./tabella.ts";

const table = (righe: readonly (readonly Cella[])[]): readonly RigaTabella[] => righe.map((celle, n) => ({ riga: n + 1, celle }));

const readGuessed = (righe: readonly (readonly Cella[])[]) => {
  const regole = guessRegole(table(righe));
  if (!regole.ok) return regole.errore;
  const mappatura = new Mappatura(regole.valore);
  return table(righe)
    .flatMap((riga) => mappatura.accept(riga))
    .flatMap((lettura) =>
      lettura.tipo === "riga"
        ? [`${lettura.riga.dataContabile} ${lettura.riga.segno} ${lettura.riga.importo} ${lettura.riga.causale}`]
        : [],
    );
};

describe("a table nobody described", () => {
  it.each<[string, readonly (readonly Cella[])[], readonly string[]]>([
    [
      "with dare and avere, the comma and a preamble",
      [
        ["Banca Popolare", "", "Estratto conto"],
        ["Data operazione", "Valuta", "Descrizione operazione", "Dare", "Avere"],
        ["24/11/2026", "25/11/2026", "BONIFICO", "", "1.234,56"],
        ["25/11/2026", "25/11/2026", "COMMISSIONI", "2,50", ""],
      ],
      ["2026-11-24 ENTRATA 123456 BONIFICO", "2026-11-25 USCITA 250 COMMISSIONI"],
    ],
    [
      "with a signed amount, the point and ISO dates",
      [
        ["booking date", "amount", "currency", "causale"],
        ["2026-11-24", "1234.56", "EUR", "uno"],
        ["2026-11-25", "-2.50", "EUR", "due"],
      ],
      ["2026-11-24 ENTRATA 123456 uno", "2026-11-25 USCITA 250 due"],
    ],
    [
      "with the sign apart and days of a spreadsheet",
      [
        ["Data contabile", "Importo", "Segno", "Causale", "Valuta"],
        [{ numero: 46350, giorno: "2026-11-24" }, { numero: 12.5 }, "C", "uno", "EUR"],
        [{ numero: 46351, giorno: "2026-11-25" }, { numero: 2.5 }, "D", "due", "EUR"],
      ],
      ["2026-11-24 ENTRATA 1250 uno", "2026-11-25 USCITA 250 due"],
    ],
    [
      "without a header",
      [
        ["20261124", "1234,56", "ACCREDITO PAGOPA"],
        ["20261125", "-2,50", "COMMISSIONI DEL MESE"],
      ],
      ["2026-11-24 ENTRATA 123456 ACCREDITO PAGOPA", "2026-11-25 USCITA 250 COMMISSIONI DEL MESE"],
    ],
  ])("%s", (_caso, righe, atteso) => {
    expect(readGuessed(righe)).toEqual(atteso);
  });

  it("takes two columns of the same name by their place", () => {
    const regole = guessRegole(
      table([
        ["Data", "Causale", "Importo", "Causale"],
        ["24/11/2026", "x", "1,00", "y"],
      ]),
    );
    expect(regole.ok && regole.valore.colonne.testo).toEqual([2]);
  });

  it.each([
    [
      [
        ["nome", "cognome"],
        ["Ada", "Rossi"],
      ],
    ],
    [[]],
    [
      [
        ["Data", "Importo"],
        ["24/11/2026", "1,00"],
      ],
    ],
  ])("that has no movements is not guessed", (righe) => {
    expect(readGuessed(righe)).toContain("non si riconoscono");
  });
});
