import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { advanceClock } from "./orologio.ts";
import { addAvviso, type Banco, COMUNE, openBanco } from "./prove/banco.ts";

const ORA = 3_600_000;
let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

describe("l'orologio della sandbox", () => {
  it("si ferma a ogni ora in cui una ricevuta va ritentata, e arriva comunque in fondo", async () => {
    const arrivi: number[] = [];
    const inizio = banco.contesto.ora();
    banco.gateway.rispondi = (radice) => {
      if (radice !== "paSendRTV2Request") return undefined;
      arrivi.push((banco.contesto.ora() - inizio) / ORA);
      return arrivi.length < 4 ? { stato: 500, corpo: "" } : undefined;
    };
    await banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: addAvviso(banco, 1, 100n) });
    const macchina = {
      clock: {
        now: () => banco.contesto.ora(),
        offset: () => 0,
        advance: async (ms: number) => {
          banco.avanza(ms);
          return [];
        },
      },
      listSchedules: () => [],
      runSchedule: () => Promise.reject(new Error("nessuna")),
    };
    await advanceClock(macchina, banco.parti.nodo.consegne, 24 * ORA);
    expect(arrivi).toEqual([0, 1, 2, 3]);
    expect(banco.contesto.ora() - inizio).toBe(24 * ORA);
    expect(banco.parti.nodo.consegne.list()).toMatchObject([{ stato: "CONSEGNATA", tentativi: 4 }]);
  });
});
