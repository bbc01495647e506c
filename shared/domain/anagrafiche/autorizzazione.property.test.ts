/** The rule of who may do what (reference 3.13), for any caller and any resource. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Acl, type Chiamante, type Diritto, hasServizio, seesDominio, seesPendenza, seesTipoPendenza } from "./applicazione.ts";
import { coversAmbiti, isRestrizione } from "./diritti.ts";
import { varyAcl, varyDiritti } from "./variazioni-utenza.ts";

const SERVIZI = ["Pendenze", "Pagamenti", "Anagrafica Ruoli"] as const;
const DOMINI = ["A", "B", "C"] as const;
const UNITA = ["U1", "U2"] as const;
const TIPI = ["TARI", "MENSA"] as const;

const uno = <T>(valori: readonly T[]) => fc.constantFrom(...valori);
const diritti = fc.uniqueArray(uno<Diritto>(["R", "W"]), { minLength: 1, maxLength: 2 });
const voceAcl: fc.Arbitrary<Acl> = fc.record({ servizio: uno(SERVIZI), autorizzazioni: diritti });
const voceDominio = fc.record(
  { idDominio: uno(DOMINI), unitaOperative: fc.uniqueArray(uno(UNITA), { maxLength: 2 }) },
  { requiredKeys: ["idDominio"] },
);
const elencoDomini = fc.array(voceDominio, { maxLength: 4 });
const domini = fc.oneof(elencoDomini, fc.constant("*" as const));
const tipi = fc.oneof(fc.uniqueArray(uno(TIPI)), fc.constant("*" as const));
const ambiti = fc.record({ domini, tipiPendenza: tipi, acl: fc.array(voceAcl, { maxLength: 4 }) });
const chiamante = ambiti.map(
  (ambito): Chiamante => ({ tipo: "operatore", principal: "p", nome: "p", autodeterminazione: true, ...ambito }),
);
const pendenza = fc.record(
  { idDominio: uno(DOMINI), idTipoPendenza: uno(TIPI), idUnitaOperativa: uno(UNITA) },
  { requiredKeys: ["idDominio", "idTipoPendenza"] },
);
const richiesta = fc.record({ servizio: uno(SERVIZI), diritto: uno<Diritto>(["R", "W"]), pendenza });

/** All three conditions, as an operation on a debt asks for them. */
const may = (
  chi: Chiamante,
  { servizio, diritto, pendenza: p }: { servizio: string; diritto: Diritto; pendenza: Parameters<typeof seesPendenza>[1] },
) => hasServizio(chi, [servizio], diritto) && seesPendenza(chi, p);

const RUNS = { numRuns: 300 };

describe("an authorisation", () => {
  it("is never lost by adding a right, a creditor, a unit or a type", () => {
    fc.assert(
      fc.property(chiamante, richiesta, voceAcl, voceDominio, uno(TIPI), (chi, r, acl, dominio, tipo) => {
        fc.pre(may(chi, r));
        expect(may({ ...chi, acl: [...chi.acl, acl] }, r)).toBe(true);
        expect(may({ ...chi, acl: [acl, ...chi.acl] }, r)).toBe(true);
        if (chi.domini !== "*") {
          expect(may({ ...chi, domini: [...chi.domini, dominio] }, r)).toBe(true);
          expect(may({ ...chi, domini: [dominio, ...chi.domini] }, r)).toBe(true);
        }
        if (chi.tipiPendenza !== "*") expect(may({ ...chi, tipiPendenza: [...chi.tipiPendenza, tipo] }, r)).toBe(true);
        expect(may({ ...chi, domini: "*" }, r)).toBe(true);
        expect(may({ ...chi, tipiPendenza: "*" }, r)).toBe(true);
      }),
      RUNS,
    );
  });

  it("of writing does not bring that of reading, nor the other way round", () => {
    fc.assert(
      fc.property(uno(SERVIZI), uno<Diritto>(["R", "W"]), (servizio, diritto) => {
        const chi: Chiamante = {
          ...{ tipo: "operatore", principal: "p", nome: "p", autodeterminazione: true, domini: "*", tipiPendenza: "*" },
          acl: [{ servizio, autorizzazioni: [diritto] }],
        };
        expect(hasServizio(chi, [servizio], diritto)).toBe(true);
        expect(hasServizio(chi, [servizio], diritto === "R" ? "W" : "R")).toBe(false);
      }),
      RUNS,
    );
  });

  it("on no creditor, or on no type, is an authorisation on nothing", () => {
    fc.assert(
      fc.property(chiamante, richiesta, (chi, r) => {
        expect(may({ ...chi, domini: [] }, r)).toBe(false);
        expect(may({ ...chi, tipiPendenza: [] }, r)).toBe(false);
        expect(may({ ...chi, acl: [] }, r)).toBe(false);
      }),
      RUNS,
    );
  });

  it("asks for the creditor, for its unit where units are listed, and for the type", () => {
    fc.assert(
      fc.property(chiamante, pendenza, (chi, p) => {
        const voci = chi.domini === "*" ? [{ idDominio: p.idDominio }] : chi.domini.filter(({ idDominio }) => idDominio === p.idDominio);
        const unita = voci.some(
          (voce) =>
            !("unitaOperative" in voce) ||
            voce.unitaOperative?.length === 0 ||
            p.idUnitaOperativa === undefined ||
            voce.unitaOperative?.includes(p.idUnitaOperativa),
        );
        const tipo = chi.tipiPendenza === "*" || chi.tipiPendenza.includes(p.idTipoPendenza);
        expect(seesDominio(chi, p.idDominio)).toBe(voci.length > 0);
        expect(seesTipoPendenza(chi, p.idTipoPendenza)).toBe(tipo);
        expect(seesPendenza(chi, p)).toBe(voci.length > 0 && unita && tipo);
      }),
      RUNS,
    );
  });

  it("through several roles is the union of theirs", () => {
    fc.assert(
      fc.property(fc.array(fc.array(voceAcl, { maxLength: 3 }), { maxLength: 4 }), richiesta, (ruoli, r) => {
        const chi = (acl: readonly Acl[]): Chiamante => ({
          ...{ tipo: "operatore", principal: "p", nome: "p", autodeterminazione: true, domini: "*", tipiPendenza: "*", acl },
        });
        expect(may(chi(ruoli.flat()), r)).toBe(ruoli.some((acl) => may(chi(acl), r)));
      }),
      RUNS,
    );
  });

  it("is what the scope that covers another sees, and more", () => {
    fc.assert(
      fc.property(chiamante, chiamante, pendenza, (largo, stretto, p) => {
        fc.pre(coversAmbiti(largo, stretto) && seesPendenza(stretto, p));
        expect(seesPendenza(largo, p)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("a change of rights", () => {
  const op = uno(["ADD", "DELETE"] as const);
  const variazione = fc.oneof(
    fc.record({ op, path: fc.constant("/domini" as const), value: fc.oneof(fc.constant("*" as const), voceDominio) }),
    fc.record({ op, path: fc.constant("/tipiPendenza" as const), value: uno(["*", ...TIPI]) }),
  );

  it("that takes away gives nothing, and one that adds takes nothing away", () => {
    fc.assert(
      fc.property(chiamante, variazione, richiesta, (chi, v, r) => {
        const esito = varyDiritti(chi, v);
        fc.pre(esito.ok);
        if (!esito.ok) return;
        const [prima, dopo] = [seesPendenza(chi, r.pendenza), seesPendenza(esito.valore, r.pendenza)];
        if (v.op === "ADD") expect(prima && !dopo).toBe(false);
        else expect(dopo && !prima).toBe(false);
      }),
      RUNS,
    );
  });

  it("on a service is read back as it was written", () => {
    fc.assert(
      fc.property(
        fc.array(voceAcl, { maxLength: 4 }),
        uno(SERVIZI),
        diritti,
        uno(SERVIZI),
        uno<Diritto>(["R", "W"]),
        (acl, servizio, autorizzazioni, s, d) => {
          const has = (voci: readonly Acl[]) => voci.some((voce) => voce.servizio === s && voce.autorizzazioni.includes(d));
          const interessa = s === servizio && autorizzazioni.includes(d);
          expect(has(varyAcl(acl, { op: "ADD", path: "/acl", value: { servizio, autorizzazioni } }))).toBe(has(acl) || interessa);
          expect(has(varyAcl(acl, { op: "DELETE", path: "/acl", value: { servizio, autorizzazioni } }))).toBe(has(acl) && !interessa);
          expect(has(varyAcl(acl, { op: "DELETE", path: "/acl", value: { servizio } }))).toBe(has(acl) && s !== servizio);
        },
      ),
      RUNS,
    );
  });

  it("is a restriction only when nothing can be done that could not be before", () => {
    const completo = fc.record({ utenza: chiamante, ruoli: fc.uniqueArray(uno(["r1", "r2"])), abilitato: fc.boolean() });
    fc.assert(
      fc.property(completo, completo, richiesta, (prima, dopo, r) => {
        fc.pre(isRestrizione({ ...prima.utenza, ...prima }, { ...dopo.utenza, ...dopo }));
        expect(!prima.abilitato && dopo.abilitato).toBe(false);
        if (may(dopo.utenza, r)) expect(may(prima.utenza, r)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    [
      "a unit of a creditor seen whole",
      { domini: [{ idDominio: "A" }] },
      { idDominio: "A", unitaOperative: ["U1"] },
      "tutte le unità operative di A",
    ],
    ["a creditor of all", { domini: "*" }, { idDominio: "A" }, "l'utenza opera su tutti"],
  ] as const)("that takes away %s is refused, and says how to do it", (_caso, { domini: di }, value, motivo) => {
    const esito = varyDiritti({ acl: [], domini: di, tipiPendenza: "*" }, { op: "DELETE", path: "/domini", value });
    expect(esito.ok ? "" : esito.errore).toContain(motivo);
  });

  it("that takes away the last unit takes away the creditor, which without units would be whole", () => {
    const utenza = { acl: [], domini: [{ idDominio: "A", unitaOperative: ["U1"] }], tipiPendenza: "*" } as const;
    const esito = varyDiritti(utenza, { op: "DELETE", path: "/domini", value: { idDominio: "A", unitaOperative: ["U1"] } });
    expect(esito.ok && esito.valore.domini).toEqual([]);
  });
});
