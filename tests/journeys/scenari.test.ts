/**
 * Every story of `npm run demo -- --scenario`, told on the whole machine: the same code, the same checks. The one that needs a second machine is told,
 * shorter, by tests/api/backoffice/addImportazioneAnagrafica.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCENARI } from "../../local/demo/scenari/registro.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";

let fiorino: FiorinoDiProva;
beforeAll(async () => {
  fiorino = await openFiorino();
}, AVVIO_MS);
afterAll(() => fiorino?.close(), AVVIO_MS);

describe("the scenario", { timeout: 2 * VIAGGIO_MS }, () => {
  it.each([...SCENARI].filter(([, { altraMacchina }]) => altraMacchina !== true))("%s goes as it is told", async (nome, scenario) => {
    const { run } = await scenario.load();
    // A story ends at the first difference, with what was found and what was expected.
    await expect(run(fiorino.macchina, `VIAGGIO-${nome.toUpperCase()}`)).resolves.toBeUndefined();
  });
});
