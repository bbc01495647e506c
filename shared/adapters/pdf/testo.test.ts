import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { componi, type Misura, testoStampabile } from "./testo.ts";

const mono: Misura = (testo, corpo) => [...testo].length * 0.5 * corpo;
const stile = { corpo: 12, corpoMinimo: 6, interlinea: 1.25 };

describe("componi", () => {
  it.each([
    ["sta su una riga alla misura piena", "uno due", 100, 15, 12, ["uno due"]],
    ["va a capo fra le parole", "uno due tre", 42, 30, 12, ["uno due ", "tre"]],
    ["rimpicciolisce prima di abbreviare", "uno due tre", 42, 15, 7.5, ["uno due tre"]],
    ["spezza la parola più lunga della riga", "abcdefgh", 24, 30, 12, ["abcd", "efgh"]],
    ["non ha righe se il testo è vuoto", "", 100, 15, 12, []],
  ])("%s", (_nome, testo, larghezza, altezza, corpo, righe) => {
    expect(componi(testo, { larghezza, altezza }, stile, mono)).toEqual({ corpo, righe, abbreviato: false });
  });

  it("abbrevia con i puntini soltanto alla misura minima", () => {
    const composto = componi("uno due tre quattro cinque", { larghezza: 30, altezza: 8 }, stile, mono);
    expect(composto).toEqual({ corpo: 6, righe: ["uno due…"], abbreviato: true });
  });

  const testo = fc.string({ unit: fc.constantFrom("a", "W", "à", " ", "ß", "š"), maxLength: 200 }).map(testoStampabile);
  const spazio = fc.record({ larghezza: fc.integer({ min: 10, max: 300 }), altezza: fc.integer({ min: 8, max: 80 }) });

  it("non perde né aggiunge nulla se non dice di abbreviare, e non esce mai dal riquadro", () => {
    fc.assert(
      fc.property(testo, spazio, (t, s) => {
        const { corpo, righe, abbreviato } = componi(t, s, stile, mono);
        if (abbreviato) expect(righe.at(-1)).toMatch(/…$/);
        else expect(righe.join("")).toBe(t);
        for (const riga of righe) expect(mono(riga.trimEnd(), corpo)).toBeLessThanOrEqual(Math.max(s.larghezza + 0.01, corpo * 0.5));
        expect(righe.length * corpo * stile.interlinea).toBeLessThanOrEqual(Math.max(s.altezza + 0.2, corpo * stile.interlinea));
        if (abbreviato) expect(corpo).toBe(stile.corpoMinimo);
      }),
    );
  });
});

describe("testoStampabile", () => {
  it.each([
    ["compone gli accenti scomposti", "citta\u0300", "città"],
    ["tiene le lettere dell'Europa", "Größe Žiža Łódź l’œuf ĉ ș €", "Größe Žiža Łódź l’œuf ĉ ș €"],
    ["toglie i caratteri di controllo e d'impaginazione", "a\u0000\t b\u202Ec\u00ADd\n\ne", "a b cd e".replace("b cd", "bcd")],
    ["scioglie le legature e i trattini insoliti", "ﬁne\u2011corsa", "fine-corsa"],
    ["segna ciò che non sa stampare", "漢字 🎉", "?? ?"],
    ["scende alla lettera di base se l'accento manca", "Nguyễn", "Nguyen"],
  ])("%s", (_nome, ingresso, atteso) => {
    expect(testoStampabile(ingresso)).toBe(atteso);
  });

  it("è stabile: stampare ciò che è già stampabile non cambia nulla", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (t) => {
        const una = testoStampabile(t);
        expect(testoStampabile(una)).toBe(una);
      }),
    );
  });
});
