/** Totals of the books: whatever the quotes and the amounts, nothing is lost or made up, to the cent. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenzaRiga, buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import type { Quota, Voce } from "../pendenze/pendenza.ts";
import type { EntrataPrevista } from "../rendicontazioni/entrata-prevista.ts";
import { sumImporti } from "../valori/importo.ts";
import { createConto, GRUPPI_ACCERTAMENTI, TOTALI_MASSIMI, totaliDi } from "./accertamenti.ts";
import { isInTesoreria, righeContabiliDi } from "./riga-contabile.ts";

const quota = (capitolo: string, importo: bigint, altro: Partial<Quota> = {}): Quota => ({
  capitolo,
  annoEsercizio: 2026,
  importo,
  ...altro,
});

const entrata = (
  importo: bigint,
  quote: readonly Quota[] | undefined,
  altro: Partial<EntrataPrevista["riscossione"]> = {},
): EntrataPrevista => {
  const { voci, ...pendenza } = buildPendenzaRiga(1);
  const [prima] = voci as [Voce];
  const voce: Voce = { ...prima, importo: sumImporti((quote ?? []).map((q) => q.importo)), ...(quote && { contabilita: { quote } }) };
  return { riscossione: buildRiscossione(1, { importo, ...altro }), pendenza: { ...pendenza, voci: [voce] } };
};

describe("le righe contabili di una riscossione", () => {
  it.each<[string, EntrataPrevista, (readonly [string | undefined, bigint])[]]>([
    ["senza contabilità: una, intera", entrata(1000n, undefined), [[undefined, 1000n]]],
    [
      "con le quote della voce: le quote",
      entrata(1000n, [quota("A", 700n), quota("B", 300n)]),
      [
        ["A", 700n],
        ["B", 300n],
      ],
    ],
    [
      "di un altro importo: in proporzione, i centesimi ai resti maggiori",
      entrata(1001n, [quota("A", 700n), quota("B", 300n)]),
      [
        ["A", 701n],
        ["B", 300n],
      ],
    ],
    [
      "a parità di resto, alla prima",
      entrata(101n, [quota("A", 50n), quota("B", 50n)]),
      [
        ["A", 51n],
        ["B", 50n],
      ],
    ],
    ["con quote a zero: come se non ci fossero", entrata(1000n, [quota("A", 0n), quota("B", 1000n)]), [["B", 1000n]]],
    ["di un'altra voce: una, senza quota", entrata(1000n, [quota("A", 1000n)], { idVocePendenza: "altra" }), [[undefined, 1000n]]],
    ["di pendenza ignota: una, senza quota", { riscossione: buildRiscossione(1, { importo: 5n }) }, [[undefined, 5n]]],
  ])("%s", (_caso, voce, attese) => {
    expect(righeContabiliDi(voce).map((riga) => [riga.quota?.capitolo, riga.importo])).toEqual(attese);
  });

  it("bolli ed enti non serviti non arrivano in tesoreria", () => {
    const tipi = ["ENTRATA", "ALTRO_INTERMEDIARIO", "MBT", "ENTRATA_PA_NON_INTERMEDIATA"] as const;
    expect(tipi.map((tipo) => isInTesoreria({ riscossione: buildRiscossione(1, { tipo }) }))).toEqual([true, true, false, false]);
  });
});

const arbEntrata = fc
  .record({
    importo: fc.bigInt(0n, 10_000_000n),
    quote: fc.option(
      fc.array(
        fc.record({
          capitolo: fc.constantFrom("10", "20"),
          annoEsercizio: fc.constantFrom(2025, 2026),
          importo: fc.bigInt(0n, 1_000_000n),
          accertamento: fc.constantFrom("1", "2", "3"),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      { nil: undefined },
    ),
    idUnitaOperativa: fc.option(fc.constantFrom("U1", "U2"), { nil: undefined }),
    stato: fc.constantFrom("RISCOSSA", "INCASSATA"),
  })
  .map(({ importo, quote, idUnitaOperativa, stato }) =>
    entrata(importo, quote, { stato, ...(idUnitaOperativa !== undefined && { idUnitaOperativa }) }),
  );

describe("i totali", () => {
  it("sono la somma delle riscossioni, per quanti e quali siano i gruppi", () => {
    fc.assert(
      fc.property(fc.array(arbEntrata, { maxLength: 30 }), fc.subarray([...GRUPPI_ACCERTAMENTI]), (entrate, gruppi) => {
        const conto = createConto(gruppi);
        for (const una of entrate) expect(conto.add(righeContabiliDi(una)).ok).toBe(true);
        const incassate = entrate.filter(({ riscossione }) => riscossione.stato === "INCASSATA");
        const totale = totaliDi(conto.totali());
        expect(totale.pagato).toBe(sumImporti(entrate.map(({ riscossione }) => riscossione.importo)));
        expect(totale.incassato).toBe(sumImporti(incassate.map(({ riscossione }) => riscossione.importo)));
        expect(totale.rendicontato).toBe(0n);
      }),
      { numRuns: 60 },
    );
  });

  it("dicono rendicontato ciò che un flusso riporta, e ordinano i gruppi", () => {
    const flusso = { idFlusso: "F" } as NonNullable<EntrataPrevista["flusso"]>;
    const conto = createConto(["capitolo"]);
    conto.add([{ ...entrata(300n, [quota("B", 300n)]), flusso }, entrata(700n, [quota("A", 700n)])].flatMap(righeContabiliDi));
    expect(conto.totali().map(({ gruppo, pagato, rendicontato }) => [gruppo.capitolo, pagato, rendicontato])).toEqual([
      ["A", 700n, 0n],
      ["B", 300n, 300n],
    ]);
  });

  it("si fermano quando sono troppi, e lo dicono", () => {
    const conto = createConto(["capitolo"]);
    const tante = Array.from({ length: TOTALI_MASSIMI + 1 }, (_, n) => quota(String(n), 1n));
    expect(conto.add(righeContabiliDi(entrata(BigInt(tante.length), tante)))).toMatchObject({
      ok: false,
      errore: expect.stringContaining("più di 20000"),
    });
  });
});
