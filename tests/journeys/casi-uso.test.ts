/** The three use cases of the mission on the real machine, as the demonstration runs them, and the permissions that they took. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runIniziativaEnte } from "../../local/demo/iniziativa-ente.ts";
import { runIniziativaPsp } from "../../local/demo/iniziativa-psp.ts";
import { runRiconciliazione } from "../../local/demo/riconciliazione.ts";
import { synthesizeFiorino } from "../../local/runner/fiorino.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { type Ruolo, readRuoli, scopoOf } from "./permessi.ts";

let fiorino: FiorinoDiProva;
let ruoli: readonly Ruolo[];
beforeAll(async () => {
  fiorino = await openFiorino(true);
  ruoli = await readRuoli(await synthesizeFiorino());
}, AVVIO_MS);
afterAll(() => fiorino.close(), AVVIO_MS);

describe("the demonstration on the real machine", { timeout: VIAGGIO_MS }, () => {
  it("takes a debt from its notice to the cash journal (PSP's initiative)", () => runIniziativaPsp(fiorino.macchina, "VIAGGIO-1"));

  it("pays two debts of two creditors in one cart (creditor's initiative)", () => runIniziativaEnte(fiorino.macchina, "VIAGGIO-2"));

  it("accounts for a day of payments in which everything that can go wrong goes wrong once", () =>
    runRiconciliazione(fiorino.macchina, "VIAGGIO-3", 30));
});

describe("the permissions of the deployed functions", () => {
  it("cover everything that they did", () => {
    const usati = ruoli.flatMap((r) =>
      r.funzioni.flatMap((f) => [...fiorino.machine.recorder.permissionsOf(f)].map((p) => ({ f, p, c: r.concessi.has(p) }))),
    );
    expect(usati.filter((u) => !u.c)).toEqual([]);
  });
  it("debug", () => {
    for (const r of ruoli) {
      const u = new Set(r.funzioni.flatMap((f) => [...fiorino.machine.recorder.permissionsOf(f)]));
      const us = new Set([...u].map(scopoOf));
      const gs = new Set([...r.concessi].map(scopoOf));
      console.log(
        r.nome,
        r.funzioni.length,
        "usate",
        r.funzioni.filter((f) => fiorino.machine.recorder.functions().includes(f)).length,
        "inutili:",
        [...gs].filter((g) => !us.has(g)).join("; "),
      );
    }
    const used = new Set(ruoli.flatMap((r) => r.funzioni.flatMap((f) => [...fiorino.machine.recorder.permissionsOf(f)])));
    const granted = new Set(ruoli.flatMap((r) => [...r.concessi]));
    console.log([...granted].filter((g) => !used.has(g)));
    console.log(fiorino.machine.recorder.functions());
  });
});
