/** The shared count of the calls: however many ask at once, no more than the limit are let through. */
import { describe, expect, it } from "vitest";
import { LIMITE_BIZ_EVENTS } from "../../domain/recuperi/quota.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { createClockFermo } from "../memory/tempo.ts";
import { ArchivioQuote } from "./quote.ts";

describe("chiamate contate per tutti", () => {
  it("dieci a chiave, anche chieste insieme da istanze diverse; la chiave non si scrive", async () => {
    const deposito = new DepositoInMemoria();
    const clock = createClockFermo("2026-11-25T09:00:00.000Z");
    const istanze = [1, 2, 3].map(() => new ArchivioQuote(deposito, clock));
    const esiti = await Promise.all(istanze.flatMap((quote) => [1, 2, 3, 4, 5].map(() => quote.spend("segreta", LIMITE_BIZ_EVENTS))));
    expect(esiti.filter(Boolean)).toHaveLength(10);
    expect(await istanze[0]?.remaining("segreta", LIMITE_BIZ_EVENTS)).toBe(0);
    expect(await istanze[0]?.remaining("altra", LIMITE_BIZ_EVENTS)).toBe(10);
    expect(JSON.stringify(deposito.all("archivio"))).not.toContain("segreta");
    await istanze[1]?.suspend("altra", "2026-11-25T10:00:00.000Z");
    expect(await istanze[2]?.spend("altra", LIMITE_BIZ_EVENTS)).toBe(false);
  });
});
