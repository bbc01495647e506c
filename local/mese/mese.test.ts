/** A small month against its truth: everything that can be matched is, nothing is matched wrongly, and every trouble has its own cause. */
import { describe, expect, it } from "vitest";
import { giudicaMese, type Voto } from "./giudice.ts";
import { GUAI, GUAI_DI_RIGA } from "./guai.ts";
import { posizioneDi } from "./pagamenti.ts";
import { createPiano, type Misure } from "./piano.ts";

const MISURE: Misure = { seme: 3, pagamenti: 12_000, flussi: 240, movimenti: 205, quota: 0.02 };

const somma = (voti: readonly Voto[], campo: "casi" | "attesi" | "giusti" | "sbagliati"): number =>
  voti.reduce((totale, voto) => totale + voto[campo], 0);
const errori = (voti: readonly Voto[]): readonly string[] => voti.flatMap((voto) => voto.errori.map((errore) => `${voto.nome}: ${errore}`));

describe("un mese con tutti i guai conosciuti", () => {
  it.each([3, 4])("abbina tutto l'abbinabile, non sbaglia, e di ogni guaio dice la causa (seme %i)", (seme) => {
    const { denaro, pagamenti, trasferimenti } = giudicaMese(createPiano({ ...MISURE, seme }));
    expect(errori(denaro)).toEqual([]);
    expect(errori(pagamenti)).toEqual([]);
    expect(somma(denaro, "sbagliati")).toBe(0);
    expect(somma(denaro, "giusti") / somma(denaro, "attesi")).toBeGreaterThanOrEqual(0.999);
    expect(somma(pagamenti, "casi")).toBe(MISURE.pagamenti);
    expect(trasferimenti).toBeGreaterThan(MISURE.pagamenti);
    // None of the troubles is missing from the month.
    expect(denaro.filter(({ casi }) => casi > 0)).toHaveLength(Object.keys(GUAI).length);
    expect(pagamenti.filter(({ casi }) => casi > 0)).toHaveLength(Object.keys(GUAI_DI_RIGA).length);
  });

  it("non indovina: anche quando tutti gli importi si somigliano, nessun abbinamento è sbagliato", () => {
    const { denaro } = giudicaMese(createPiano({ ...MISURE, flussi: 600, movimenti: 500, importiUguali: true }));
    expect(somma(denaro, "sbagliati")).toBe(0);
    expect(somma(denaro, "giusti") / somma(denaro, "attesi")).toBeGreaterThan(0.99);
  });

  it("è sempre lo stesso con lo stesso seme, e un altro con un altro", () => {
    const rifai = (seme: number) => {
      const piano = createPiano({ ...MISURE, seme });
      const [unita] = piano.unita.filter(({ guaio }) => guaio === "NESSUNO");
      const flusso = unita?.flussi[0];
      return unita && flusso ? [1, 2, 3].map((p) => posizioneDi(piano, unita, flusso, p)) : [];
    };
    expect(rifai(3)).toEqual(rifai(3));
    expect(rifai(3)).not.toEqual(rifai(4));
  });

  it("ha i pagamenti e i flussi chiesti, e non promette un mese troppo piccolo per i suoi guai", () => {
    const { unita } = createPiano(MISURE);
    const flussi = unita.flatMap((una) => una.flussi);
    expect(flussi).toHaveLength(MISURE.flussi);
    expect(flussi.reduce((totale, { righe }) => totale + righe, 0)).toBe(MISURE.pagamenti);
    expect(() => createPiano({ ...MISURE, flussi: 10 })).toThrow(/servono almeno \d+ flussi/);
  });
});
