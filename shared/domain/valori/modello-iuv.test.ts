import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import { readModelloIuv } from "./modello-iuv.ts";

const matches = (modello: string, iuv: string): boolean | string => {
  const esito = readModelloIuv(modello);
  return esito.ok ? esito.valore(iuv) : esito.errore;
};

describe("the pattern of an application's IUVs", () => {
  it.each([
    ["0177.*", "01770000000000133", true],
    ["0177.*", "01780000000000133", false],
    ["0177", "01770000000000133", false],
    ["01(77|88)[0-9]{11,13}", "01880000000000133", true],
    ["^01\\d+$", "01880000000000133", true],
    ["(?:RF\\d\\d)?[A-Z]+", "RF12ABC", true],
    ["[^)(]+", "RF12ABC", true],
    ["[\\]a]+", "]a", true],
    ["(ab){3}", "ababab", true],
    ["[0-9]*", "1".repeat(36), false],
  ])("%s reads %s: %s", (modello, iuv, atteso) => {
    expect(matches(modello, iuv)).toBe(atteso);
  });

  it.each([
    ["(a+)+", "ripetizione non può contenere"],
    ["((a|b))*", "ripetizione non può contenere"],
    ["(a?){20}", "ripetizione non può contenere"],
    ["((a)+b){2}", "ripetizione non può contenere"],
    [".*.*.*.*", "al massimo 3 ripetizioni"],
    ["(?=a)b", "solo i gruppi"],
    ["(?<nome>a)", "solo i gruppi"],
    ["(a)\\1", "riferimenti"],
    ["(a", "espressione regolare"],
    ["a)", "parentesi"],
    ["[z-a]", "espressione regolare"],
    [`${"(a|b)".repeat(9)}`, "alternative"],
    ["a".repeat(1_025), "1024"],
  ])("%s is refused: %s", (modello, motivo) => {
    expect(matches(modello, "a")).toContain(motivo);
  });

  it("answers at once for whatever pattern it accepts, on whatever IUV", async () => {
    const pezzo = fc.constantFrom(
      "a",
      ".",
      "[ab]",
      "\\d",
      "a*",
      ".+",
      "a?",
      "(",
      ")",
      "(?:",
      "|",
      "{2,}",
      "{0,9}?",
      "+",
      "\\w*?",
      "^",
      "$",
    );
    const pezzi = fc.array(pezzo, { maxLength: 16 });
    await fc.assert(
      fc.asyncProperty(pezzi, fc.constantFrom("a".repeat(34), "ab".repeat(17), "1".repeat(34)), async (parti, iuv) => {
        const esito = readModelloIuv(parti.join(""));
        if (!esito.ok) return;
        await ends(() => esito.valore(`${iuv}!`));
      }),
      { numRuns: 2_000 },
    );
  });
});
