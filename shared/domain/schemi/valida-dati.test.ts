import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ends } from "../../../tests/sostegno/tempo.ts";
import { readEspressione } from "./espressione.ts";
import { readSchema, validateDati } from "./valida-dati.ts";

const cerca = (modello: string, testo: string): boolean => {
  const letta = readEspressione(modello);
  if (!letta.ok) throw new Error(letta.errore);
  return letta.valore(testo, { residuo: 1_000_000 });
};

describe("an expression of others", () => {
  it.each([
    ["abc", "xabcx"],
    ["^abc$", "abc"],
    ["^abc$", "xabc"],
    ["^(?:a|bc)+$", "abcbca"],
    ["^(?:a|bc)+$", "abcb"],
    ["^[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]$", "RSSMRA80A01H501U"],
    ["^[A-Z]{6}\\d{2}$", "RSSMRA8"],
    ["^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*$", "a.b+c@x-y.example.it"],
    ["^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*$", "a@b@c"],
    ["^a{2,4}?$", "aaa"],
    ["^a{2,4}$", "aaaaa"],
    ["^a{2,}b?$", "aaaaaab"],
    ["^\\S+\\s\\S+$", "due parole"],
    ["\\bcasa\\b", "la casa rossa"],
    ["\\bcasa\\b", "lacasa"],
    ["^[^\\]\\-x]$", "y"],
    ["^\\p{Lu}\\p{L}*$", "Èlena"],
    ["^.$", "😀"],
    ["^\\u0041\\-\\/$", "A-/"],
    ["^(a*)*$", "aaab"],
    ["", "qualunque"],
    ["a||b", ""],
    ["^(?<anno>\\d{4})$", "2026"],
  ])("/%s/ says of «%s» what the engine of the language says", (modello, testo) => {
    const motore = /\\p|😀|^\^\.\$$/.test(modello) ? new RegExp(modello, "u") : new RegExp(modello);
    expect(cerca(modello, testo)).toBe(motore.test(testo));
  });

  it("says what the engine says, whatever the expression", () => {
    const atomo = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "(?:ab)", "(a|b)", "(?:a|)", "^", "$");
    const pezzo = fc
      .tuple(atomo, fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,2}", "{0,}"))
      .map(([a, q]) => (/^[$^]/.test(a) ? a : a + q));
    const modello = fc.array(pezzo, { maxLength: 6 }).map((pezzi) => pezzi.join(""));
    fc.assert(
      fc.property(modello, fc.string({ unit: fc.constantFrom("a", "b", "1"), maxLength: 10 }), (m, testo) => {
        expect(cerca(m, testo)).toBe(new RegExp(m).test(testo));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ["(a", /parentesi/],
    ["a)", /parentesi/],
    ["[a", /classe non è chiusa/],
    ["*a", /non segue nulla/],
    ["a**", /di seguito/],
    ["a{3,1}", /rovesciato/],
    ["(a)\\1", /riferimenti/],
    ["(?=a)b", /niente controlli/],
    ["(?<!a)b", /niente controlli/],
    ["a\\", /barra rovescia/],
    ["[z-a]", /non è un carattere né una classe/],
    ["(a{1000}){1000}", /troppe/],
    ["((?:){9999}){9999}", /troppe/],
    ["(".repeat(40) + ")".repeat(40), /30 livelli/],
    ["a".repeat(1025), /1024 caratteri/],
  ])("/%s/ is refused with its reason", (modello, motivo) => {
    expect(readEspressione(modello)).toMatchObject({ ok: false, errore: expect.stringMatching(motivo) });
  });

  it.each(["^(a+)+$", "^(a|a)*$", "^(a*)*b$", "^(\\w+\\s?)*$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$"])(
    "/%s/ on a long text that does not match ends at once",
    async (modello) => {
      expect(await ends(() => cerca(modello, `${"a".repeat(5_000)}!`))).toBe(new RegExp(modello).test("a!"));
    },
  );
});

const esito = (schema: unknown, dati: unknown): string => {
  const verdetto = validateDati(schema, dati);
  return verdetto.ok ? "ok" : `${verdetto.errore.causa}: ${verdetto.errore.dettaglio}`;
};

describe("data checked against a schema of others", () => {
  const persona = {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    required: ["nome", "anni"],
    properties: {
      nome: { type: "string", minLength: 2, maxLength: 5 },
      anni: { type: "integer", minimum: 0, exclusiveMaximum: 150 },
      sesso: { enum: ["M", "F"] },
      nascita: { type: "string", format: "date" },
      quote: { type: "array", minItems: 1, maxItems: 3, uniqueItems: true, items: { type: "number", multipleOf: 0.01 } },
      indirizzo: { $ref: "#/definitions/indirizzo" },
    },
    additionalProperties: false,
    definitions: { indirizzo: { type: "object", properties: { cap: { type: "string", pattern: "^\\d{5}$" } }, required: ["cap"] } },
  };
  const con = (campi: object) => ({ nome: "Anna", anni: 40, ...campi });

  it.each([
    [con({ sesso: "F", nascita: "1986-02-28", quote: [0.1, 12.35], indirizzo: { cap: "41046" } }), "ok"],
    [{ nome: "Anna" }, "dati: anni: obbligatorio"],
    [con({ nome: "A" }), "dati: nome: la lunghezza minima è 2"],
    [con({ nome: "Annamaria" }), "dati: nome: la lunghezza massima è 5"],
    [con({ anni: 40.5 }), "dati: anni: atteso integer"],
    [con({ anni: -1 }), "dati: anni: il minimo è 0"],
    [con({ anni: 150 }), "dati: anni: deve restare sotto 150"],
    [con({ sesso: "X" }), 'dati: sesso: atteso uno tra ["M","F"]'],
    [con({ nascita: "1986-02-30" }), "dati: nascita: non è nel formato date"],
    [con({ quote: [] }), "dati: quote: attesi almeno 1 elementi"],
    [con({ quote: [1, 2, 3, 4] }), "dati: quote: ammessi al massimo 3 elementi"],
    [con({ quote: [1, 1] }), "dati: quote: gli elementi non possono ripetersi"],
    [con({ quote: [0.001] }), "dati: quote[0]: atteso un multiplo di 0.01"],
    [con({ indirizzo: { cap: "4104" } }), "dati: indirizzo.cap: non rispetta il formato ^\\d{5}$"],
    [con({ altro: 1 }), "dati: altro: campo non previsto"],
    [JSON.parse('{"nome":"Anna","anni":1,"__proto__":1}'), "dati: __proto__: campo non previsto"],
    [[], "dati: dati: atteso object"],
  ])("%j → %s", (dati, atteso) => {
    expect(esito(persona, dati)).toBe(atteso);
    expect(esito(btoa(JSON.stringify(persona)), dati)).toBe(atteso);
  });

  it.each([
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, null, "ok"],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, 1, "dati: dati: non rispetta nessuna delle forme ammesse"],
    [{ oneOf: [{ type: "number" }, { type: "integer" }] }, 1, "dati: dati: deve rispettare una sola delle forme ammesse"],
    [{ not: { const: 3 } }, 3, "dati: dati: valore escluso"],
    [JSON.parse('{"if":{"properties":{"tipo":{"const":"G"}}},"then":{"required":["piva"]}}'), { tipo: "G" }, "dati: piva: obbligatorio"],
    [{ dependencies: { a: ["b"], c: { required: ["d"] } } }, { a: 1 }, "dati: dati: b è obbligatorio con a"],
    [{ dependencies: { a: ["b"], c: { required: ["d"] } } }, { c: 1 }, "dati: d: obbligatorio"],
    [{ patternProperties: { "^x": { type: "number" } }, additionalProperties: false }, { x1: 1, y: 1 }, "dati: y: campo non previsto"],
    [{ propertyNames: { maxLength: 2 } }, { abc: 1 }, "dati: abc: nome di campo non ammesso"],
    [{ items: [{ type: "string" }], additionalItems: false }, ["a", 1], "dati: [1]: campo non previsto"],
    [{ contains: { const: 7 } }, [1, 2], "dati: dati: manca un elemento obbligatorio"],
    [{ const: { a: [1, { b: 2 }] } }, { a: [1, { b: 2 }] }, "ok"],
    [{ maxLength: 1 }, "😀", "ok"],
    [{ type: ["string", "null"], format: "di-altri" }, "x", "ok"],
    [false, 1, "dati: dati: campo non previsto"],
    [true, 1, "ok"],
  ])("%j on %j → %s", (schema, dati, atteso) => {
    expect(esito(schema, dati)).toBe(atteso);
  });

  it.each([
    ["non base64 §", /né base64/],
    ["{rotto", /ben formato/],
    [btoa("[1]"), /atteso un oggetto/],
    [{ type: "testo" }, /#\/type: atteso uno o più tra null/],
    [{ properties: { a: 3 } }, /#\/properties\/a: atteso uno schema/],
    [{ required: "a" }, /#\/required: atteso un elenco/],
    [{ minLength: -1 }, /#\/minLength: atteso un intero/],
    [{ pattern: "(?=x)" }, /#\/pattern: .*niente controlli/],
    [{ $ref: "https://esempio.it/schema.json" }, /riferimenti interni/],
    [{ $ref: "#/definitions/assente" }, /non indica uno schema/],
    [{ $ref: "#" }, /gira su se stesso/],
    [{ definitions: { a: { $ref: "#/definitions/b" }, b: { $ref: "#/definitions/a" } } }, /gira su se stesso/],
    [{ description: "x".repeat(200_000) }, /supera 128 kB/],
    [{ properties: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`p${i}`, {}])) }, /più di 4000 schemi/],
    [JSON.parse(`${'{"not":'.repeat(60)}{}${"}".repeat(60)}`), /annida più di 40/],
  ])("a schema that cannot be used is refused: %#", (schema, motivo) => {
    expect(readSchema(schema)).toMatchObject({ ok: false, errore: expect.stringMatching(motivo) });
  });

  it.each([
    [
      "alternatives inside alternatives",
      () => {
        const livelli = Array.from({ length: 20 }, (_, i) => [
          `l${i}`,
          { anyOf: [{ $ref: `#/definitions/l${i + 1}` }, { $ref: `#/definitions/l${i + 1}` }] },
        ]);
        return [{ $ref: "#/definitions/l0", definitions: { ...Object.fromEntries(livelli), l20: { const: 1 } } }, 2];
      },
    ],
    ["a schema that goes around through allOf", () => [{ allOf: [{ $ref: "#" }] }, 1]],
    ["thousands of elements to be different", () => [{ uniqueItems: true }, Array.from({ length: 20_000 }, (_, i) => i)]],
    ["an expression on a huge text", () => [{ pattern: "^(a?){400}$" }, "a".repeat(400_000)]],
  ])("%s: the check stops, in a bounded time", async (_nome, caso) => {
    const [schema, dati] = caso();
    expect(await ends(() => esito(schema, dati))).toMatch(/^costo: /);
  });
});
