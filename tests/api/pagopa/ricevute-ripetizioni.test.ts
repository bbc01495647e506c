/** Each receipt counts once, whatever is repeated, reordered, interrupted or simultaneous. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Impianto } from "./impianto.ts";
import { busta } from "./messaggi.ts";
import { createSportello, type Sportello } from "./sportello.ts";

let sportello: Sportello;
let impianto: Impianto;
beforeEach(async () => {
  sportello = await createSportello();
  impianto = sportello.impianto;
});
const load: Sportello["load"] = (altro) => sportello.load(altro);
const deliver: Sportello["deliver"] = (r, idPA) => sportello.deliver(r, idPA);
const posizione = () => sportello.posizione();

describe("repeated, interrupted, simultaneous", () => {
  const istantanea = () => impianto.deposito.all("archivio").filter(({ pk }) => !pk.startsWith("OUT#"));

  it("the same receipt delivered again changes nothing, and the journal tells both deliveries", async () => {
    await load();
    await deliver();
    await impianto.drain();
    const prima = istantanea();
    impianto.clock.advance(3_600_000);
    await deliver();
    await impianto.drain();
    expect(istantanea()).toEqual(prima);
    expect(impianto.messaggi()).toHaveLength(1);
    expect(impianto.eventi().map(({ dettaglioEsito }) => dettaglioEsito)).toEqual([undefined, "Ricevuta già registrata"]);
  });

  it("the same message given twice by the queue leaves one entry", async () => {
    await load();
    await deliver();
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("coda vuota");
    await impianto.consume(messaggio);
    const prima = [istantanea(), impianto.eventi()];
    await impianto.consume(messaggio);
    expect([istantanea(), impianto.eventi()]).toEqual(prima);
  });

  it.each(["query archivio", "commit archivio"])("a crash before «%s» is healed by the next delivery of the queue", async (passo) => {
    await load();
    await deliver();
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("coda vuota");
    impianto.stato.guasto = (richiesta) => {
      if (richiesta === passo) throw new Error("interrotto");
    };
    await expect(impianto.consume(messaggio)).rejects.toThrow("interrotto");
    impianto.stato.guasto = undefined;
    expect((await posizione()).ricevute).toEqual([]);
    await impianto.consume(messaggio);
    expect((await posizione()).pendenza).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect(impianto.messaggi()).toHaveLength(1);
  });

  it("64 deliveries of the same receipt at once are one payment", async () => {
    await load();
    await Promise.all(Array.from({ length: 64 }, () => deliver()));
    await Promise.all(impianto.inCoda.splice(0).map((messaggio) => impianto.consume(messaggio)));
    const { pendenza: p, ricevute, riscossioni, notifiche } = await posizione();
    expect(p).toMatchObject({ stato: "ESEGUITA", importoPagato: 1250n });
    expect([ricevute.length, riscossioni.length, notifiche.length, impianto.messaggi().length]).toEqual([1, 1, 1, 1]);
  });

  // Two thousand lost races, each read again: slow on a busy machine, and rightly so.
  it("64 different receipts for one notice at once are all recorded to the cent, within the deliveries of the queue", async () => {
    await load();
    for (let n = 0; n < 64; n += 1) await deliver({ receiptId: `r-${n}` });
    let daFare = impianto.inCoda.splice(0);
    for (let consegna = 1; consegna <= 8 && daFare.length > 0; consegna += 1) {
      const esiti = await Promise.allSettled(daFare.map((messaggio) => impianto.consume(messaggio)));
      daFare = daFare.filter((_, i) => esiti[i]?.status === "rejected");
    }
    expect(daFare).toEqual([]);
    const { pendenza: p, ricevute, riscossioni, notifiche } = await posizione();
    expect(p).toMatchObject({ stato: "ANOMALA", importoPagato: 64n * 1250n });
    expect([ricevute.length, riscossioni.length, notifiche.length, impianto.messaggi().length]).toEqual([64, 64, 64, 64]);
  }, 180_000);

  it("a poisoned message fails every time, and touches nothing", async () => {
    await load();
    await deliver();
    const [messaggio] = impianto.inCoda.splice(0);
    if (!messaggio) throw new Error("coda vuota");
    const { busta: _, ...senzaBusta } = messaggio;
    const prima = istantanea();
    await expect(impianto.consume({ ...messaggio, busta: "<rotto" })).rejects.toThrow(/non ben formato/);
    await expect(impianto.consume({ ...messaggio, busta: busta("<pa:paSendRTV2Request/>") })).rejects.toThrow(/idPA/);
    await expect(impianto.consume({ ...senzaBusta, chiave: "perso" })).rejects.toThrow(/assente/);
    expect(istantanea()).toEqual(prima);
  });

  it("any sequence of activations and receipts, repeated and in any order, leaves each receipt once and the money of all", async () => {
    const ricevuta = fc.record({ receiptId: fc.constantFrom("a", "b", "c"), importo: fc.constantFrom("12.50", "12.50", "10.00") });
    const passo = fc.oneof(
      { weight: 3, arbitrary: ricevuta },
      { weight: 1, arbitrary: fc.constant("attiva" as const) },
      { weight: 1, arbitrary: fc.constant("consuma" as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(passo, { maxLength: 12 }), async (passi) => {
        const prova = await createSportello();
        await prova.load();
        const attese = new Map<string, bigint>();
        for (const p of passi) {
          if (p === "attiva") await prova.activate();
          else if (p === "consuma") await prova.impianto.drain();
          else {
            await prova.deliver(p);
            if (!attese.has(p.receiptId)) attese.set(p.receiptId, BigInt(p.importo.replace(".", "")));
          }
        }
        await prova.impianto.drain();
        const { pendenza: p, ricevute, riscossioni, notifiche, tentativi } = await prova.posizione();
        const incassato = [...attese.values()].reduce((somma, importo) => somma + importo, 0n);
        expect(p?.importoPagato).toBe(incassato);
        expect(riscossioni.reduce((somma, { importo }) => somma + importo, 0n)).toBe(incassato);
        expect([ricevute.length, notifiche.length]).toEqual([attese.size, attese.size]);
        expect(tentativi.filter(({ stato }) => stato === "RT_ACCETTATA_PA")).toHaveLength(attese.size);
        const [prima] = attese.values();
        expect(p?.stato).toBe(prima === undefined ? "NON_ESEGUITA" : attese.size === 1 && prima === 1250n ? "ESEGUITA" : "ANOMALA");
      }),
      { numRuns: 40 },
    );
  });
});
