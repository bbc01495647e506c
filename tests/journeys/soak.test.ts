/** The small sister of `npm run soak`: the same run, one kill, few payments. The long one is not for every commit. */
import { expect, it } from "vitest";
import { runProva } from "../../local/soak/prova.ts";
import { AVVIO_MS, VIAGGIO_MS } from "./fiorino-di-prova.ts";

it(
  "payments with the machine killed, receipts doubled, late and out of order: each receipt once, each debt right, every cent",
  async () => {
    const { corsa, verifica } = await runProva({ pagamenti: 40, interruzioni: 1, seme: 11, mani: 6 }, () => {});
    expect(verifica.differenze).toEqual([]);
    expect(corsa.interruzioni).toBe(1);
    expect(verifica.ricevute).toBe(corsa.consegne.ricevute);
    expect(corsa.consegne.accettate).toBeGreaterThan(corsa.consegne.ricevute);
  },
  AVVIO_MS + VIAGGIO_MS,
);
