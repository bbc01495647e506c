import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffCorpi, hideSegreti, planVoci } from "./differenze.ts";
import { readDocumento, writeDocumento } from "./documento.ts";
import { NOMI_SEZIONE, nomeVoce, type Oggetto, SEZIONI, type Sezione, type VoceDocumento } from "./sezioni.ts";

const nome = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/);
const corpo: fc.Arbitrary<Oggetto> = fc.dictionary(
  fc.stringMatching(/^campo[a-z]{1,4}$/),
  fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.dictionary(fc.constantFrom("uno", "due"), fc.string(), { minKeys: 1 })),
  { maxKeys: 4 },
);
const primi = NOMI_SEZIONE.filter((sezione) => !("dentro" in SEZIONI[sezione]));
const figlie = (di: Sezione) =>
  NOMI_SEZIONE.filter((sezione) => {
    const descrizione = SEZIONI[sezione];
    return "dentro" in descrizione && descrizione.dentro === di;
  });

/** Entries in any number, each after the one that holds it, no name twice. */
const voci: fc.Arbitrary<readonly VoceDocumento[]> = fc
  .array(
    fc
      .tuple(fc.constantFrom(...primi), nome, corpo, fc.array(fc.tuple(fc.nat(9), nome, corpo), { maxLength: 4 }))
      .map(([sezione, id, suo, dentro]): VoceDocumento[] => {
        const possibili = figlie(sezione);
        const contenute = dentro.flatMap(([n, idFiglia, corpoFiglia]): VoceDocumento[] => {
          const figlia = possibili[n % Math.max(1, possibili.length)];
          if (figlia === undefined) return [];
          return [{ sezione: figlia, id: figlia === "conto" ? idFiglia.toUpperCase() : idFiglia, ambito: id, corpo: corpoFiglia }];
        });
        return [{ sezione, id, corpo: suo }, ...contenute];
      }),
    { maxLength: 8 },
  )
  .map((gruppi) => [...new Map(gruppi.flat().map((voce) => [nomeVoce(voce), voce])).values()]);

const inOrdine = (elenco: readonly VoceDocumento[]) => [...elenco].sort((a, b) => nomeVoce(a).localeCompare(nomeVoce(b)));

describe("a document", () => {
  it("gives back the entries that it was written from, whatever they are, after a trip as text", () => {
    fc.assert(
      fc.property(voci, (scritte) => {
        const documento = writeDocumento(scritte, { data: "2026-11-26T08:00:00.000Z", segretiEsclusi: [] });
        const letto = readDocumento(JSON.parse(JSON.stringify(documento)));
        expect(letto.ok && inOrdine(letto.valore.voci)).toEqual(inOrdine(scritte));
      }),
      { numRuns: 60 },
    );
  });

  it("is written in an order in which nothing refers to what comes after", () => {
    fc.assert(
      fc.property(voci, (scritte) => {
        const letto = readDocumento(writeDocumento(scritte, { data: "", segretiEsclusi: [] }));
        const posti = letto.ok ? letto.valore.voci.map(({ sezione }) => NOMI_SEZIONE.indexOf(sezione)) : [];
        expect(posti).toEqual([...posti].sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a comparison", () => {
  it("finds nothing between a registry and itself, whatever the order of the fields", () => {
    fc.assert(
      fc.property(voci, (scritte) => {
        const rovesciate = scritte.map((voce) => ({ ...voce, corpo: Object.fromEntries(Object.entries(voce.corpo).reverse()) }));
        expect(planVoci(scritte, rovesciate).filter(({ azione }) => azione !== "INVARIATA")).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it.each<readonly [string, Sezione, Oggetto, Oggetto, readonly object[]]>([
    ["a field that changes", "dominio", { a: 1, b: { c: 2 } }, { a: 1, b: { c: 3 } }, [{ campo: "b.c", prima: "2", dopo: "3" }]],
    ["a field that goes", "dominio", { a: 1, b: 2 }, { a: 1 }, [{ campo: "b", prima: "2" }]],
    ["a field that comes", "dominio", {}, { b: [1] }, [{ campo: "b", dopo: "[1]" }]],
    ["a secret left out", "stazione", { password: "segreto:x" }, {}, []],
    ["the same reference", "stazione", { password: "segreto:x" }, { password: "segreto:x" }, []],
    [
      "another reference",
      "stazione",
      { password: "segreto:x" },
      { password: "segreto:y" },
      [{ campo: "password", prima: '"segreto:x"', dopo: '"segreto:y"' }],
    ],
    ["a literal secret, even if it were the same", "stazione", {}, { password: "p" }, [{ campo: "password", dopo: "***" }]],
    [
      "a word that is a secret elsewhere",
      "tipoPendenza",
      { password: "p" },
      { password: "q" },
      [{ campo: "password", prima: '"p"', dopo: '"q"' }],
    ],
    ["a long text, cut", "dominio", {}, { logo: "x".repeat(1000) }, [{ campo: "logo", dopo: `"${"x".repeat(299)}… (1002 caratteri)` }]],
  ])("of %s", (_caso, sezione, prima, dopo, attese) => {
    expect(diffCorpi(sezione, prima, dopo)).toEqual(attese);
  });

  it("shows no literal secret and says where it was", () => {
    const auth = { username: "io", password: "chiara" };
    const dominio = { servizioGovPay: { auth }, servizioPagoPaFR: { subscriptionKey: "segreto:fdr" } };
    expect(hideSegreti("dominio", dominio)).toEqual({
      corpo: { servizioGovPay: { auth: { username: "io" } }, servizioPagoPaFR: { subscriptionKey: "segreto:fdr" } },
      esclusi: ["servizioGovPay.auth.password"],
    });
  });
});
