import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Conto, Limitatore } from "./limitatore.ts";

const rumoroso = { tipo: "applicazione", principal: "rumoroso", limiteRichieste: { richiesteAlSecondo: 50, picco: 100 } } as const;
const quieto = { tipo: "applicazione", principal: "quieto", limiteRichieste: { richiesteAlSecondo: 50, picco: 100 } } as const;

/** Instances over one common count, in a time that the test moves. */
const createBanco = (quante: number) => {
  let adesso = 1_000_000;
  const totali = new Map<string, number>();
  const conti: string[] = [];
  const conta: Conto = async (principal, richieste) => {
    conti.push(principal);
    const totale = (totali.get(principal) ?? 0) + richieste;
    totali.set(principal, totale);
    return totale;
  };
  const opzioni = { conta, predefinito: undefined, adesso: () => adesso, segnala: () => {} };
  const istanze = Array.from({ length: quante }, () => new Limitatore(opzioni));
  return {
    istanze,
    conti,
    /** `alSecondo` requests of each instance, for so many seconds; how many were admitted, second by second. */
    run: async (chi: typeof rumoroso | typeof quieto, alSecondo: number, secondi: number, durante = (_istanza: Limitatore): void => {}) => {
      const ammesse: number[] = [];
      for (let s = 0; s < secondi; s += 1) {
        let n = 0;
        for (let k = 0; k < alSecondo; k += 1) {
          for (const istanza of istanze) {
            if (istanza.admit(chi) === undefined) n += 1;
            durante(istanza);
          }
          adesso += 1000 / alSecondo;
          await Promise.all(istanze.map((istanza) => istanza.settle()));
        }
        ammesse.push(n);
      }
      return ammesse;
    },
  };
};

describe("the rate of a caller", () => {
  it("is let through, with its peak, and what goes beyond is told when to come back", () => {
    const [istanza] = createBanco(1).istanze;
    const esiti = Array.from({ length: 101 }, () => istanza?.admit(rumoroso));
    expect([esiti.filter((e) => e === undefined).length, esiti.at(-1)]).toEqual([100, 1]);
  });

  it("holds for all the instances together", async () => {
    const banco = createBanco(20);
    const ammesse = await banco.run(rumoroso, 30, 12);
    // 600 a second arrive. The first two seconds spend the peaks; then the instances know their part.
    for (const n of ammesse.slice(4)) expect(n).toBeLessThanOrEqual(60);
    for (const n of ammesse.slice(4)) expect(n).toBeGreaterThanOrEqual(40);
  });

  it("is that of the caller: another one in the same instances is served as if alone", async () => {
    const banco = createBanco(4);
    let rifiutate = 0;
    let giro = 0;
    await banco.run(rumoroso, 60, 6, (istanza) => {
      giro += 1;
      if (giro % 24 === 0 && istanza.admit(quieto) !== undefined) rifiutate += 1;
    });
    expect(rifiutate).toBe(0);
  });

  it("costs nothing of who calls little: no count is written", async () => {
    const banco = createBanco(3);
    const ammesse = await banco.run(quieto, 4, 10);
    expect([ammesse.every((n) => n === 12), banco.conti]).toEqual([true, []]);
  });

  it("is counted at most once a second by each instance", async () => {
    const banco = createBanco(2);
    await banco.run(rumoroso, 100, 5);
    expect(banco.conti.length).toBeLessThanOrEqual(10);
  });

  it("comes back whole after a pause", async () => {
    const banco = createBanco(10);
    await banco.run(rumoroso, 50, 6);
    expect((await banco.run(quieto, 1, 5)).length).toBe(5);
    await banco.run(rumoroso, 1, 8);
    const [istanza] = banco.istanze;
    expect(Array.from({ length: 50 }, () => istanza?.admit(rumoroso)).every((e) => e === undefined)).toBe(true);
  });

  it("never lets one instance alone exceed rate and peak, whatever the rhythm", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 400 }), (pause) => {
        let adesso = 0;
        const istanza = new Limitatore({ conta: async () => 0, predefinito: undefined, adesso: () => adesso, segnala: () => {} });
        let ammesse = 0;
        for (const pausa of pause) {
          adesso += pausa;
          if (istanza.admit(rumoroso) === undefined) ammesse += 1;
        }
        expect(ammesse).toBeLessThanOrEqual(100 + (50 * adesso) / 1000 + 1);
      }),
      { numRuns: 50 },
    );
  });

  it("does not depend on the common count: when it fails the instance limits by what it sees", async () => {
    let adesso = 0;
    const errori: unknown[] = [];
    const istanza = new Limitatore({
      ...{ conta: () => Promise.reject(new Error("rallentato")), predefinito: { richiesteAlSecondo: 10, picco: 10 } },
      ...{ adesso: () => adesso, segnala: (errore: unknown) => errori.push(errore) },
    });
    let ammesse = 0;
    for (let k = 0; k < 500; k += 1, adesso += 10) {
      if (istanza.admit({ tipo: "operatore", principal: "x" }) === undefined) ammesse += 1;
      await istanza.settle();
    }
    expect(ammesse).toBeLessThanOrEqual(61);
    expect(errori.length).toBeGreaterThan(0);
  });

  it("is nobody's when the installation sets none, and that of callers is never that of strangers", () => {
    const senza = createBanco(1).istanze[0];
    expect(Array.from({ length: 500 }, () => senza?.admit({ tipo: "operatore", principal: "x" })).every((e) => e === undefined)).toBe(true);
    const predefinito = { richiesteAlSecondo: 1, picco: 1 };
    const con = new Limitatore({ conta: async () => 0, predefinito, adesso: () => 0, segnala: () => {} });
    expect([1, 2, 3].map(() => con.admit({ tipo: "anonimo", principal: "anonimo" }))).toEqual([undefined, undefined, undefined]);
    const estraneo = { tipo: "anonimo", principal: "indirizzo:203.0.113.7", limiteRichieste: { richiesteAlSecondo: 1, picco: 2 } } as const;
    expect([1, 2, 3].map(() => con.admit(estraneo))).toEqual([undefined, undefined, 1]);
    expect(con.admit({ ...estraneo, principal: "indirizzo:203.0.113.8" })).toBeUndefined();
  });
});
