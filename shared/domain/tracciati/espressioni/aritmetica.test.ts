import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileEspressione } from "./espressione.ts";

const evaluate = (sorgente: string, dati: Readonly<Record<string, number | string>> = {}) => {
  const letta = compileEspressione(sorgente, "form");
  if (!letta.ok) throw new Error(letta.errore);
  return letta.valore({ valori: [], contesto: {}, dato: (nome) => dati[nome] });
};

describe("arithmetic of the templates", () => {
  it.each<[string, Readonly<Record<string, number | string>>, unknown]>([
    ["somma(0.1, 0.2)", {}, 0.3],
    ["moltiplica(metri, 1.15, giorni(dal, al))", { metri: 3, dal: "2026-03-30", al: "2026-04-01" }, 10.35],
    ["sottrai(10, 0.01, 0.02)", {}, 9.97],
    ["dividi(1, 3)", {}, 0.333333],
    ["arrotonda(dividi(2, 3))", {}, 0.67],
    ["arrotonda(1.005)", {}, 1.01],
    ["arrotonda(sottrai(0, 1.005))", {}, -1.01],
    ["arrotonda(2.5, 0)", {}, 3],
    ["minimo(3, 2, 5)", {}, 2],
    ["massimo(3, 12, 5)", {}, 12],
    ["somma(campo, 1)", {}, 1],
    ["somma('1,50', 1)", {}, 2.5],
    ["scegli(zona, 'A', 2, 'B', 1.5, 1)", { zona: "B" }, 1.5],
    ["scegli(zona, 'A', 2, 'B', 1.5, 1)", { zona: "Z" }, 1],
    ["scegli(zona, 'A', 2)", { zona: "Z" }, undefined],
    ["giorni('2026-02-28', '2026-03-01')", {}, 2],
  ])("%s with %j is %s", (sorgente, dati, atteso) => {
    expect(evaluate(sorgente, dati)).toBe(atteso);
  });

  it.each([
    ["moltiplica(manca, 2)", "atteso un numero"],
    ["dividi(1, 0)", "divisione per zero"],
    ["somma('1e9', 1)", "atteso un numero"],
    ["moltiplica(999999999999, 999999999999)", "troppo grande"],
    ["arrotonda(1, 7)", "decimali"],
    ["giorni('ieri', '2026-01-01')", "attesa una data"],
  ])("%s stops with a sentence", (sorgente, frase) => {
    expect(() => evaluate(sorgente)).toThrow(frase);
  });

  it("multiplies cents by whole quantities exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000 }), (centesimi, quanti) => {
        const euro = Number((centesimi / 100).toFixed(2));
        expect(evaluate("moltiplica(euro, quanti)", { euro, quanti })).toBe(Number(((centesimi * quanti) / 100).toFixed(2)));
      }),
      { numRuns: 200 },
    );
  });
});
