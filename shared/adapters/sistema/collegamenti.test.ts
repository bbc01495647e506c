/** Public links: they open what they were made for, until they expire, and nothing else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCOPI_COLLEGAMENTO } from "../../ports/collegamenti.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { createCollegamenti } from "./collegamenti.ts";

const ADESSO = "2026-11-30T23:50:00.000Z";
const DOMANI = "2026-12-01T23:50:00.000Z";
const DATI = { idDominio: "01234567897", iuv: "01000000000000001" };

const createMondo = () => {
  const clock = createClockFermo(ADESSO);
  return { clock, collegamenti: createCollegamenti({ chiave: "chiave-di-prova-dei-collegamenti", clock }) };
};

describe("a public link", () => {
  it.each(SCOPI_COLLEGAMENTO)("for %s opens that and nothing else, and does not show what it holds", (scopo) => {
    const { collegamenti } = createMondo();
    const gettone = collegamenti.create(scopo, DATI, DOMANI);
    for (const altro of SCOPI_COLLEGAMENTO)
      expect([altro, collegamenti.open(altro, gettone)]).toEqual([altro, altro === scopo ? DATI : undefined]);
    expect(gettone).toMatch(/^[\w-]+$/);
    expect(Buffer.from(gettone.slice(6), "base64url").toString("latin1")).not.toContain("01234567897");
  });

  it("made for something is not made for something else by writing so on it", () => {
    const { collegamenti } = createMondo();
    const gettone = collegamenti.create("AVVISO", DATI, DOMANI);
    expect(collegamenti.scopoOf(`01${gettone.slice(2)}`)).toBe("RICEVUTA");
    expect(collegamenti.open("RICEVUTA", `01${gettone.slice(2)}`)).toBeUndefined();
  });

  it.each<readonly [string, string, boolean]>([
    ["a second before it expires", "2026-12-01T23:49:59.000Z", true],
    ["when it expires", DOMANI, false],
    ["the month before it was made", "2026-10-31T23:59:59.000Z", true],
    ["two months before", "2026-09-30T00:00:00.000Z", false],
  ])("%s", (_quando, adesso, apre) => {
    const { clock, collegamenti } = createMondo();
    const gettone = collegamenti.create("AVVISO", DATI, DOMANI);
    clock.set(adesso);
    expect(collegamenti.open("AVVISO", gettone) !== undefined).toBe(apre);
  });

  it("lasts a year at most, whatever is asked", () => {
    const { clock, collegamenti } = createMondo();
    const gettone = collegamenti.create("AVVISO", DATI, "2099-01-01T00:00:00.000Z");
    clock.set("2027-11-30T23:50:00.000Z");
    expect(collegamenti.open("AVVISO", gettone)).toEqual(DATI);
    clock.set("2027-12-02T00:00:00.000Z");
    expect(collegamenti.open("AVVISO", gettone)).toBeUndefined();
  });

  it("of another installation, or of before its key was changed, opens nothing", () => {
    const { clock, collegamenti } = createMondo();
    const altri = createCollegamenti({ chiave: "un-altra-chiave-di-prova-dei-link", clock });
    expect(altri.open("AVVISO", collegamenti.create("AVVISO", DATI, DOMANI))).toBeUndefined();
  });

  it("with anything changed in it opens nothing", () => {
    const { collegamenti } = createMondo();
    const gettone = collegamenti.create("PAGAMENTO", DATI, DOMANI);
    fc.assert(
      fc.property(fc.nat(gettone.length - 2), fc.constantFrom(..."AZaz09-_"), (dove, carattere) => {
        const cambiato = `${gettone.slice(0, dove)}${carattere}${gettone.slice(dove + 1)}`;
        return cambiato === gettone || collegamenti.open("PAGAMENTO", cambiato) === undefined;
      }),
      { numRuns: 300 },
    );
  });

  it("that is any text opens nothing, and does not fail", () => {
    const { collegamenti } = createMondo();
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...SCOPI_COLLEGAMENTO), (testo, scopo) => {
        return collegamenti.open(scopo, testo) === undefined && collegamenti.open(scopo, `002611${testo}`) === undefined;
      }),
      { numRuns: 300 },
    );
  });
});
