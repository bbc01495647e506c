import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./json.ts";

describe("a JSON body", () => {
  it("is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2, "\t"), (testo, rientro) => {
        const scritto = JSON.stringify(JSON.parse(testo), undefined, rientro);
        const esito = parseJson(scritto);
        expect(esito.ok).toBe(true);
      }),
    );
  });

  it.each([
    ["at the top", '{"importo":1,"importo":2}', "importo"],
    ["inside a list", '{"voci":[{"a":1},{"b":1,"b":2}]}', "b"],
    ["written in two ways", '{"importo":1,"\\u0069mporto":2}', "importo"],
    ["with the same value", '{"a":1,"a":1}', "a"],
    ["after strings that look like keys", '{"x":"\\":","y":"}{\\\\","z":[": "],"x":1}', "x"],
    ["with blanks before the colon", '{"a" \n:1, "a"\t:2}', "a"],
    ["called as a property of every object", '{"__proto__":1,"__proto__":2}', "__proto__"],
    ["empty", '{"":1,"":2}', ""],
  ])("with a key repeated %s is refused, naming it", (_dove, testo, chiave) => {
    const esito = parseJson(testo);
    expect(esito.ok ? "letto" : esito.errore).toBe(`${chiave}: la chiave compare più di una volta nello stesso oggetto`);
  });

  it.each([
    '{"a":{"x":1},"b":{"x":2}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"a:"}',
    '{"a":["a","a"]}',
    '{"a\\"":1,"a":2}',
    '"a"',
    "[]",
    "7",
  ])("may hold the same name in different objects or in values: %s", (testo) => {
    expect(parseJson(testo)).toEqual({ ok: true, valore: JSON.parse(testo) });
  });

  it("finds the repetition wherever it is", () => {
    const chiave = fc.string({ minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.dictionary(chiave, fc.jsonValue(), { minKeys: 1, maxKeys: 8 }), fc.nat(), (oggetto, n) => {
        const nomi = Object.keys(oggetto);
        const nome = JSON.stringify(nomi[n % nomi.length]);
        const testo = `${JSON.stringify(oggetto).slice(0, -1)},${nome}:0}`;
        expect(parseJson(testo).ok).toBe(false);
      }),
    );
  });

  it("is refused when it is not JSON or is too deep", () => {
    expect(parseJson("{")).toMatchObject({ ok: false, errore: expect.stringContaining("JSON") });
    expect(parseJson(`${"[".repeat(40)}${"]".repeat(40)}`)).toMatchObject({ ok: false, errore: expect.stringContaining("32 livelli") });
  });
});
