import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AmbitoDomini } from "../anagrafiche/applicazione.ts";
import { type ProviderIdentita, readPersona, unionDomini, unionTipi } from "./provider.ts";
import { createSessione, isSessioneValida } from "./sessione.ts";
import { addFallito, attesaDi, clearFalliti, type TentativiAccesso } from "./tentativi.ts";

const INIZIO = "2026-03-02T09:00:00.000Z";
const dopo = (secondi: number): string => new Date(Date.parse(INIZIO) + secondi * 1000).toISOString();
const chi = { principal: "mario", indirizzo: "10.0.0.1" };

const falliti = (quanti: number, adesso = INIZIO): TentativiAccesso | undefined => {
  let tentativi: TentativiAccesso | undefined;
  for (let i = 0; i < quanti; i++) tentativi = addFallito(tentativi, { ...chi, adesso });
  return tentativi;
};

describe("the wait after failed logins", () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1_920],
    [12, 3_600],
    [1_000, 3_600],
  ])("after %i failures is %i seconds", (quanti, attesa) => expect(attesaDi(falliti(quanti), INIZIO)).toBe(attesa));

  it("runs out by itself, is forgotten after a day, and after a success", () => {
    const tentativi = falliti(6);
    expect([attesaDi(tentativi, dopo(59)), attesaDi(tentativi, dopo(60))]).toEqual([1, 0]);
    expect(attesaDi(falliti(50), dopo(24 * 3_600))).toBe(0);
    expect(addFallito(falliti(50), { ...chi, adesso: dopo(24 * 3_600) }).falliti).toBe(1);
    expect(tentativi && attesaDi(clearFalliti(tentativi, INIZIO), INIZIO)).toBe(0);
  });

  it("never ends later than an hour after the last failure, whatever was tried, even if the clock goes back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -86_400, max: 172_800 }), (quanti, trascorsi) => {
        const attesa = attesaDi(falliti(quanti), dopo(trascorsi));
        expect(attesa).toBeGreaterThanOrEqual(0);
        expect(attesa).toBeLessThanOrEqual(3_600);
        if (trascorsi >= 3_600) expect(attesa).toBe(0);
      }),
    );
  });
});

describe("a session", () => {
  const sessione = createSessione({ id: "s", principal: "mario", nome: "Mario", metodo: "password" }, INIZIO, 480);
  it.each([
    ["at once", sessione, INIZIO, undefined, true],
    ["a moment before its end", sessione, dopo(28_799), undefined, true],
    ["at its end", sessione, dopo(28_800), undefined, false],
    ["before it was opened", sessione, dopo(-1), undefined, false],
    ["closed", { ...sessione, chiusaIl: INIZIO }, INIZIO, undefined, false],
    ["older than the password", sessione, dopo(20), dopo(10), false],
    ["of the same instant as the password", sessione, dopo(20), INIZIO, true],
    ["of an identity provider, whatever the local password", { ...sessione, metodo: "oidc" as const }, dopo(20), dopo(10), true],
  ])("%s", (_caso, quale, adesso, passwordDal, valida) => expect(isSessioneValida(quale, adesso, passwordDal)).toBe(valida));
});

const provider: ProviderIdentita = {
  ...{ id: "p", nome: "P", emittente: "https://p.example", destinatari: ["x"], algoritmi: ["ES256"], prefisso: "p:" },
  ...{ claimPrincipal: "sub", claimNome: "name", claimGruppi: "groups", chiamanti: ["operatore"] },
  gruppi: {
    cassa: { ruoli: ["contabili"], domini: [{ idDominio: "01234567897" }], tipiPendenza: ["TARI"] },
    tributi: { ruoli: ["tributi"], domini: [{ idDominio: "91001750081" }], tipiPendenza: "*" },
  },
};

describe("who a token speaks of", () => {
  it.each([
    ["a list", ["cassa", "tributi", "altro"]],
    ["a text with blanks", "cassa tributi altro"],
    ["a text with commas", "cassa,tributi,altro"],
  ])("adds up the groups that are known, given as %s", (_forma, groups) => {
    expect(readPersona({ sub: "anna", name: "Anna", groups }, provider)).toEqual({
      principal: "p:anna",
      nome: "Anna",
      daGruppi: {
        ruoli: ["contabili", "tributi"],
        domini: [{ idDominio: "01234567897" }, { idDominio: "91001750081" }],
        tipiPendenza: "*",
      },
    });
  });

  it.each([
    ["nobody", { groups: ["cassa"] }, undefined],
    ["an empty name", { sub: "" }, undefined],
    ["a number", { sub: 7 }, undefined],
    [
      "a group with the name of something of JavaScript",
      { sub: "a", groups: ["constructor", "__proto__"] },
      { principal: "p:a", nome: "p:a" },
    ],
    ["groups that are not texts", { sub: "a", groups: [1, null, {}] }, { principal: "p:a", nome: "p:a" }],
  ])("%s", (_caso, claims, atteso) => expect(readPersona(claims, provider)).toEqual(atteso));
});

describe("the union of scopes", () => {
  const dominio = fc.constantFrom("00000000001", "00000000002", "00000000003");
  const ambito: fc.Arbitrary<AmbitoDomini> = fc.oneof(
    fc.constant("*" as const),
    fc.array(fc.record({ idDominio: dominio, unitaOperative: fc.array(fc.constantFrom("A", "B"), { maxLength: 2 }) }), { maxLength: 3 }),
  );
  const sees = (domini: AmbitoDomini, idDominio: string, unita: string): boolean =>
    domini === "*" ||
    domini.some(
      (d) => d.idDominio === idDominio && (!d.unitaOperative || d.unitaOperative.length === 0 || d.unitaOperative.includes(unita)),
    );

  it("sees exactly what one of its parts sees", () => {
    fc.assert(
      fc.property(fc.array(ambito, { maxLength: 4 }), dominio, fc.constantFrom("A", "B", "C"), (ambiti, idDominio, unita) => {
        expect(sees(unionDomini(ambiti), idDominio, unita)).toBe(ambiti.some((uno) => sees(uno, idDominio, unita)));
      }),
    );
  });

  it("of debt types", () => {
    expect([unionTipi([["A"], ["B", "A"]]), unionTipi([["A"], "*"]), unionTipi([])]).toEqual([["A", "B"], "*", []]);
  });
});
