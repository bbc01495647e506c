import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSoloRiferimento, isTraslitterato, transliterate } from "./testo-pagopa.ts";

describe("a text proposed for banks", () => {
  it.each([
    ["Ruolo suppletivo 2026 - prot. n. 12/A", "Ruolo suppletivo 2026 - prot. n. 12/A"],
    ["Mensa scolastica è già pagata più volte", "Mensa scolastica e gia pagata piu volte"],
    ["Città di Forlì — Università «L’Ateneo»", "Citta di Forli - Universita 'L'Ateneo'"],
    ["Canone 50 € & spese", "Canone 50 EUR + spese"],
    ["Straße_12; n° 3", "Strasse-12, n. 3"],
    ["Gebühr für Müllabfuhr", "Gebuhr fur Mullabfuhr"],
    ["Pristojbina za otpad šđčćž", "Pristojbina za otpad sdccz"],
    ["a\u00a0b\u2009c", "a b c"],
    ["e\u0301 combinata", "e combinata"],
    ["Pagamento ✓ 漢", "Pagamento . ."],
    ["  due  spazi ", "due spazi"],
  ])("%s becomes %s", (testo, atteso) => {
    expect(transliterate(testo)).toBe(atteso);
    expect(isTraslitterato(transliterate(testo))).toBe(true);
  });

  it("has only characters that everybody carries, whatever it comes from, and does not change again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (testo) => {
        const proposto = transliterate(testo);
        expect(isTraslitterato(proposto)).toBe(true);
        expect(transliterate(proposto)).toBe(proposto);
      }),
    );
  });
});

describe("a text that is only a reference", () => {
  it.each([
    ["PRAT-2026-00123", true],
    ["Avviso 301000000000000133", true],
    ["Rif. 12/2026", true],
    ["Prot. n. 4 del 12/3", true],
    ["Pratica num. 123", true],
    ["Codice IUV 01000000000000133", true],
    ["TARI 2026", false],
    ["Mensa scolastica", false],
    ["Multa 123/2026 targa AB123CD", false],
    ["IMU", false],
  ])("%s: %s", (testo, atteso) => {
    expect(isSoloRiferimento(testo)).toBe(atteso);
  });
});
