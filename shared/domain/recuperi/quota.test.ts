/** pagoPA's limit holds over any stretch of time, not hour by hour. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMinuti } from "../valori/date.ts";
import { LIMITE_BIZ_EVENTS, type Quota, remaining, spend, suspend } from "./quota.ts";

const INIZIO = "2026-11-25T09:55:00.000Z";
const VUOTA: Quota = { versione: 0, chiave: "impronta", chiamate: [] };

describe("chiamate concesse da pagoPA", () => {
  it("in nessuna finestra di sessanta minuti sono più di dieci", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 }), (attese) => {
        let quota = VUOTA;
        let adesso = INIZIO;
        const fatte: string[] = [];
        for (const minuti of attese) {
          adesso = addMinuti(adesso, minuti);
          const spesa = spend(quota, LIMITE_BIZ_EVENTS, adesso);
          if (!spesa) continue;
          quota = spesa;
          fatte.push(adesso);
        }
        for (const da of fatte) expect(fatte.filter((t) => t >= da && t < addMinuti(da, 60)).length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("a cavallo dell'ora non raddoppiano", () => {
    let quota = VUOTA;
    for (let i = 0; i < 10; i += 1) quota = spend(quota, LIMITE_BIZ_EVENTS, INIZIO) ?? quota;
    expect(remaining(quota, LIMITE_BIZ_EVENTS, addMinuti(INIZIO, 10))).toBe(0);
    expect(spend(quota, LIMITE_BIZ_EVENTS, addMinuti(INIZIO, 59))).toBeUndefined();
    expect(remaining(quota, LIMITE_BIZ_EVENTS, addMinuti(INIZIO, 62))).toBe(10);
  });

  it("una sospensione chiude fino alla sua ora, e una più breve non la accorcia", () => {
    const sospesa = suspend(suspend(VUOTA, addMinuti(INIZIO, 60)), addMinuti(INIZIO, 5));
    expect(remaining(sospesa, LIMITE_BIZ_EVENTS, addMinuti(INIZIO, 30))).toBe(0);
    expect(spend(sospesa, LIMITE_BIZ_EVENTS, addMinuti(INIZIO, 61))).toEqual({ ...VUOTA, chiamate: [addMinuti(INIZIO, 61)] });
  });
});
