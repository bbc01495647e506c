import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riga } from "./riga.ts";

describe("a line of at most so many UTF-16 units", () => {
  it.each([
    ["blanks and controls", " TARI\t2026\u0000\n ", 20, "TARI 2026"],
    ["no blank left by the cut", "uno due", 4, "uno"],
    ["a letter and its accent", "pie\u0301", 3, "pi"],
    ["an accent that just fits", "pie\u0301de", 4, "pie\u0301"],
    ["a flag", "ab🇮🇹", 5, "ab"],
    ["a single character longer than the line", "👨‍👩‍👧", 4, "👨\u200d"],
    ["half a surrogate pair", "😀", 1, ""],
  ])("%s", (_caso, testo, massimo, atteso) => {
    expect(riga(testo, massimo)).toBe(atteso);
  });

  it("is never longer, and never ends inside a code point", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (testo, massimo) => {
        const scritta = riga(testo, massimo);
        expect(scritta.length).toBeLessThanOrEqual(massimo);
        expect(scritta.isWellFormed()).toBe(true);
      }),
    );
  });
});
