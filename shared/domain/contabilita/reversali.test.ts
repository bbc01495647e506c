/** Orders proposed: their parts sum to the movement, numbers are the same whenever they are asked for, and what cannot be told is said. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildMovimentoSospeso, buildPagamentoContenuto } from "../../../tests/sostegno/contabilita.ts";
import type { Quota } from "../pendenze/pendenza.ts";
import type { Movimento } from "../tesoreria/movimento-registrato.ts";
import { sumImporti } from "../valori/importo.ts";
import {
  buildReversali,
  type ContenutoMovimento,
  codificaDi,
  type RegoleReversali,
  VOCI_BILANCIO_MASSIME,
  whyEsclusa,
} from "./reversali.ts";

const REGOLE: RegoleReversali = { primoNumero: 10, dataReversale: "2026-11-30", esercizio: 2026, codiciSiope: [] };
const quota = (capitolo: string, importo: bigint, altro: Partial<Quota> = {}): Quota => ({
  capitolo,
  annoEsercizio: 2026,
  importo,
  ...altro,
});
const build = (pagamenti: ContenutoMovimento["pagamenti"], regole: Partial<RegoleReversali> = {}) =>
  buildReversali([{ movimento: buildMovimentoSospeso(1, sumImporti(pagamenti.map((p) => p.importo))), pagamenti }], {
    ...REGOLE,
    ...regole,
  });

describe("un movimento", () => {
  it.each<[string, Partial<Movimento>, string | undefined]>([
    ["da regolarizzare", {}, undefined],
    ["in uscita", { segno: "USCITA" }, "è un'uscita"],
    ["regolarizzato", { stato: "REGOLARIZZATO" }, "già regolarizzato da un ordine"],
    ["stornato", { stato: "STORNATO" }, "stornato"],
    ["in attesa", { stato: "IN_ATTESA" }, "non è ancora arrivata"],
    ["regolarizzato in parte", { importoRegolarizzato: 1n }, "in parte"],
    ["con un sospeso che non è un numero", { numeroSospeso: "A12" }, "A12"],
    ["con un sospeso di soli zeri", { numeroSospeso: "000" }, "000"],
  ])("%s", (_caso, altro, motivo) => {
    const perche = whyEsclusa(buildMovimentoSospeso(1, 100n, altro));
    if (motivo === undefined) expect(perche).toBeUndefined();
    else expect(perche).toContain(motivo);
  });
});

describe("la codifica di bilancio", () => {
  it.each<[string, Partial<Quota>, number | undefined]>([
    ["la categoria", { categoria: "1010106", tipologia: "1010100" }, 1_010_106],
    ["la tipologia", { categoria: "06", tipologia: "1010100" }, 1_010_100],
    ["il capitolo", { categoria: "06" }, 30],
    ["nessuna", { capitolo: "3/A" }, undefined],
    ["non zero", { capitolo: "000" }, undefined],
  ])("è %s", (_caso, altro, attesa) => {
    expect(codificaDi(quota("30", 1n, altro))).toBe(attesa);
  });
});

describe("le reversali", () => {
  it("una per movimento, un versante per quota, con il codice SIOPE del capitolo e chi paga se è uno", () => {
    const altro = { debitore: { tipo: "F", identificativo: "VRDLGI80A01F205X", anagrafica: "Luigi Verdi" } } as const;
    const [reversale, ...altre] = build(
      [
        buildPagamentoContenuto(1, 1000n, [quota("10", 300n), quota("20", 700n)]),
        buildPagamentoContenuto(2, 300n, [quota("20", 300n)], altro),
        buildPagamentoContenuto(3, 50n),
      ],
      {
        codiciSiope: [
          { capitolo: "20", codice: "1234" },
          { capitolo: "20", articolo: "9", codice: "9999" },
        ],
      },
    );
    expect(altre).toEqual([]);
    expect(reversale).toMatchObject({ numero: 10, importo: 1350n, numeroSospeso: "1001", bilancio: [] });
    expect(reversale?.versanti.map((v) => [v.quota?.capitolo, v.importo, v.anagrafica, v.codiceSiope, v.pagamenti])).toEqual([
      [undefined, 50n, "Mario Rossi", undefined, 1],
      ["10", 300n, "Mario Rossi", undefined, 1],
      ["20", 1000n, "DIVERSI", "1234", 2],
    ]);
    expect(reversale?.avvertenze.join(" ")).toMatch(/quote contabili.*voci di bilancio non sono scritte/);
  });

  it("due, quando le voci di bilancio sono più di quante un ordine ne può avere", () => {
    const pagamenti = Array.from({ length: 23 }, (_, n) => buildPagamentoContenuto(n, 100n, [quota(String(100 + n), 100n)]));
    const reversali = build(pagamenti);
    expect(reversali.map(({ numero, bilancio, versanti, importo }) => [numero, bilancio.length, versanti.length, importo])).toEqual([
      [10, 10, 10, 1000n],
      [11, 10, 10, 1000n],
      [12, 3, 3, 300n],
    ]);
  });

  it("più accertamenti della stessa voce stanno insieme, e i residui hanno il loro anno", () => {
    const [reversale] = build([
      buildPagamentoContenuto(1, 300n, [quota("10", 100n, { accertamento: "1" }), quota("10", 200n, { accertamento: "2" })]),
      buildPagamentoContenuto(2, 400n, [quota("10", 400n, { annoEsercizio: 2024 })]),
    ]);
    expect(reversale?.bilancio).toEqual([
      { codifica: 10, gestione: "RESIDUO", annoResiduo: 2024, importo: 400n },
      { codifica: 10, gestione: "COMPETENZA", importo: 300n },
    ]);
    expect(reversale?.avvertenze).toEqual([]);
  });

  it("chi paga non è nominato se è anonimo o nascosto", () => {
    for (const identificativo of ["ANONIMO", "RSS***"]) {
      const [reversale] = build([buildPagamentoContenuto(1, 5n, [], { debitore: { tipo: "F", identificativo, anagrafica: "X" } })]);
      expect(reversale?.versanti[0]).toMatchObject({ anagrafica: "DIVERSI" });
      expect(reversale?.versanti[0]).not.toHaveProperty("codiceFiscale");
    }
  });

  const arbQuota = fc.record({
    capitolo: fc.constantFrom("10", "20", "3/A"),
    annoEsercizio: fc.constantFrom(2025, 2026, 2027),
    importo: fc.bigInt(1n, 9_999n),
  });
  const arbContenuto = fc
    .array(fc.array(arbQuota, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 25 })
    .map((pagamenti) => pagamenti.map((quote, n) => buildPagamentoContenuto(n, sumImporti(quote.map((q) => q.importo)), quote)));

  it("sommano ai movimenti, hanno numeri di fila e non dipendono dall'ordine in cui i movimenti si leggono", () => {
    fc.assert(
      fc.property(fc.array(arbContenuto, { minLength: 1, maxLength: 5 }), (movimenti) => {
        const contenuti = movimenti.map((pagamenti, n) => ({
          movimento: buildMovimentoSospeso(n, sumImporti(pagamenti.map((p) => p.importo)), {
            dataContabile: `2026-11-${10 + ((n * 7) % 5)}`,
          }),
          pagamenti,
        }));
        const reversali = buildReversali(contenuti, REGOLE);
        expect(buildReversali([...contenuti].reverse(), REGOLE)).toEqual(reversali);
        expect(reversali.map(({ numero }) => numero)).toEqual(reversali.map((_, n) => 10 + n));
        for (const { movimento } of contenuti) {
          const sue = reversali.filter((r) => r.movimento.id === movimento.id);
          expect(sumImporti(sue.map(({ importo }) => importo))).toBe(movimento.importo);
        }
        for (const { importo, bilancio, versanti } of reversali) {
          expect(sumImporti(versanti.map((v) => v.importo))).toBe(importo);
          expect(bilancio.length).toBeLessThanOrEqual(VOCI_BILANCIO_MASSIME);
          if (bilancio.length > 0) expect(sumImporti(bilancio.map((v) => v.importo))).toBe(importo);
        }
      }),
      { numRuns: 40 },
    );
  });
});
