/** Lines joined in one movement: what they say does not depend on who came first; and the names by which they find each other. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiaviCausale } from "./chiavi-causale.ts";
import { isCompatibile, isSenzaNomeProprio, nomiOf } from "./identita.ts";
import type { RigaLetta } from "./movimento.ts";
import {
  createMovimento,
  importoNetto,
  isDaAbbinare,
  joinRiga,
  type Movimento,
  namesFlusso,
  type RigaRegistrabile,
} from "./movimento-registrato.ts";

const ADESSO = "2026-11-10T10:00:00.000Z";
const DOMINIO = "01234567897";

const BASE: RigaLetta = {
  ...{ riga: 1, operazione: "ESEGUITO", segno: "ENTRATA", importo: 1_000n, dataContabile: "2026-11-03" },
  causale: "/PUR/LGPE-RIVERSAMENTO/URI/2026-11-02PPAYITR1XXX-S200000001",
};
const registrabile = (riga: Partial<RigaLetta>, file = "a"): RigaRegistrabile => {
  const letta = { ...BASE, ...riga };
  const origine = { idCaricamento: `c-${file}`, file, riga: letta.riga, formato: "OPI", esito: "NUOVO" } as const;
  return { riga: letta, chiavi: chiaviCausale(letta.causale), origine };
};
const joinAll = ([prima, ...altre]: readonly RigaRegistrabile[]): Movimento => {
  if (!prima) throw new Error("nessuna riga");
  return altre.reduce((movimento, riga) => joinRiga(movimento, riga, false, ADESSO), createMovimento(DOMINIO, "m", prima, ADESSO));
};

const facoltativo = <T>(valore: fc.Arbitrary<T>) => fc.option(valore, { nil: undefined });
const rigaArbitraria = fc
  .record({
    operazione: fc.constantFrom("ESEGUITO", "REGOLARIZZATO", "STORNATO", "RIPRISTINATO"),
    dataContabile: fc.constantFrom("2026-11-02", "2026-11-03"),
    dataValuta: facoltativo(fc.constantFrom("2026-11-02", "2026-11-04")),
    causale: fc.constantFrom(BASE.causale, "PUR LGPE-RIVERSAMENTO URI 2026-11-02PPAYITR1", "ACCREDITO", "/RFB/01234567890123456/10.00"),
    conto: facoltativo(fc.constantFrom("IT60X0542811101000000123456", "0000123", "0000124")),
    sct: facoltativo(fc.constantFrom("TRN1", "TRN2")),
    riferimentoBanca: facoltativo(fc.constantFrom("R1", "R2")),
    ordinante: facoltativo(fc.constantFrom("PSP", "PSP SPA")),
    numeroDocumento: facoltativo(fc.constantFrom("7", "8")),
  })
  .map((riga): Partial<RigaLetta> => Object.fromEntries(Object.entries(riga).filter(([, valore]) => valore !== undefined)));

describe("lines joined", () => {
  it("say the same whatever their order", () => {
    fc.assert(
      fc.property(
        fc
          .array(rigaArbitraria, { minLength: 2, maxLength: 6 })
          .chain((righe) => fc.tuple(fc.constant(righe), fc.shuffledSubarray(righe, { minLength: righe.length }))),
        ([righe, altre]) => {
          const detto = (tutte: readonly Partial<RigaLetta>[]) => {
            const { origini: _, ...resto } = joinAll(
              tutte.map((riga) => registrabile({ ...riga, riga: righe.indexOf(riga) + 1 }, `f${righe.indexOf(riga)}`)),
            );
            return resto;
          };
          expect(detto(altre)).toEqual(detto(righe));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of one line told again are the very same movement", () => {
    const movimento = joinAll([registrabile({})]);
    expect(joinRiga(movimento, registrabile({}), true, ADESSO)).toBe(movimento);
    expect(joinRiga(movimento, registrabile({}, "b"), false, ADESSO)).toBe(movimento);
    expect(joinRiga(movimento, registrabile({}, "b"), true, ADESSO).origini.map(({ esito }) => esito)).toEqual(["NUOVO", "PRESENTE"]);
  });

  it("tell how much money there is, and whether it is to be explained", () => {
    const stornata = joinAll([
      registrabile({}),
      registrabile({ riga: 2, operazione: "STORNATO", importo: 400n, dataContabile: "2026-11-04" }),
    ]);
    expect([importoNetto(stornata), isDaAbbinare(stornata), namesFlusso(stornata, "2026-11-02ppayitr1xxx-s200000001")]).toEqual([
      600n,
      true,
      true,
    ]);
    const annullata = joinAll([registrabile({}), registrabile({ riga: 2, operazione: "STORNATO" })]);
    expect([importoNetto(annullata), isDaAbbinare(annullata)]).toEqual([0n, false]);
    expect(isDaAbbinare(joinAll([registrabile({ segno: "USCITA" })]))).toBe(false);
  });
});

describe("the names of a line", () => {
  const tipi = (riga: Partial<RigaLetta>) => {
    const { riga: letta, chiavi } = registrabile(riga);
    return nomiOf(letta, chiavi).map(({ tipo }) => tipo);
  };
  it.each<[string, Partial<RigaLetta>, readonly string[]]>([
    ["a provisional entry", { numeroSospeso: "12", sct: "TRN1" }, ["SOSPESO", "SCT", "IMPRONTA"]],
    ["an order", { numeroDocumento: "7" }, ["DOCUMENTO", "IMPRONTA"]],
    ["a line of a statement", { riferimentoBanca: "R1" }, ["RIFERIMENTO", "IMPRONTA"]],
    ["a line whose references say nothing", { riferimentoBanca: "NONREF", sct: "NOTPROVIDED" }, ["IMPRONTA"]],
    [
      "a reversal, whose own reference is not that of what it reverses",
      { operazione: "STORNATO", riferimentoBanca: "R1", sct: "TRN1" },
      ["SCT"],
    ],
    ["a reversal of nobody knows what", { operazione: "STORNATO" }, []],
  ])("are, for %s, the surest first", (_, riga, attesi) => {
    expect(tipi(riga)).toEqual(attesi);
  });

  it("do not depend on zeros, blanks and separators, and do on what counts", () => {
    const nomi = (riga: Partial<RigaLetta>) => {
      const { riga: letta, chiavi } = registrabile(riga);
      return nomiOf(letta, chiavi).map(({ valore }) => valore);
    };
    expect(nomi({ numeroSospeso: "0012", sct: "trn-1 a" })).toEqual(nomi({ numeroSospeso: "12", sct: "TRN1A" }));
    expect(nomi({ numeroSospeso: "12", esercizio: 2025 })[0]).not.toBe(nomi({ numeroSospeso: "12" })[0]);
    expect(nomi({ causale: "PUR/LGPE-RIVERSAMENTO URI 2026-11-02PPAYITR1XXX-S200000001", dataContabile: "2026-11-09" })).toEqual(nomi({}));
    expect(nomi({ causale: "A" })).not.toEqual(nomi({ causale: "B" }));
  });

  it("that twins share are enough only with a place in the file", () => {
    const { riga, chiavi } = registrabile({ sct: "TRN1" });
    expect([isSenzaNomeProprio(nomiOf(riga, chiavi)), isSenzaNomeProprio(nomiOf({ ...riga, numeroSospeso: "1" }, chiavi))]).toEqual([
      true,
      false,
    ]);
  });
});

describe("a movement that holds a shared name", () => {
  const movimento = joinAll([registrabile({ numeroSospeso: "12", sct: "TRN1" })]);
  it.each<[string, Partial<RigaLetta>, string, boolean]>([
    ["may be the one of a line of another file", { sct: "TRN1" }, "b", true],
    ["is not that of another line of its own file", { riga: 2, sct: "TRN1" }, "a", false],
    [
      "is that of a line that changes it, in its own file",
      { riga: 2, sct: "TRN1", operazione: "STORNATO", dataContabile: "2026-11-20" },
      "a",
      true,
    ],
    ["is not that of another provisional number", { numeroSospeso: "13" }, "b", false],
    ["is not that of another transfer", { sct: "TRN2" }, "b", false],
    ["is not that of another amount", { importo: 999n }, "b", false],
    ["is not that of another day in the same format", { dataContabile: "2026-11-04" }, "b", false],
  ])("%s", (_, riga, file, atteso) => {
    expect(isCompatibile(movimento, registrabile(riga, file))).toBe(atteso);
  });
});
