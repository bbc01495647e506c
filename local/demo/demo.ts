/** `npm run demo`: the three use cases on a running or a fresh instance; ends with an error at the first difference. */

import { runIniziativaEnte } from "./iniziativa-ente.ts";
import { runIniziativaPsp } from "./iniziativa-psp.ts";
import { type Macchina, openMacchina } from "./macchina.ts";
import { runRiconciliazione } from "./riconciliazione.ts";

const main = async (): Promise<number> => {
  const inizio = performance.now();
  let macchina: Macchina | undefined;
  const corsa = `DEMO-${Date.now().toString(36).toUpperCase()}`;
  try {
    macchina = await openMacchina();
    await runIniziativaPsp(macchina, corsa);
    await runIniziativaEnte(macchina, corsa);
    await runRiconciliazione(macchina, corsa);
    process.stdout.write(`\nTutto come previsto, in ${Math.round((performance.now() - inizio) / 1000)} secondi.\n`);
    return 0;
  } catch (errore) {
    process.stderr.write(`\n✗ ${errore instanceof Error ? `${errore.name}: ${errore.message}` : String(errore)}\n`);
    return 1;
  } finally {
    await macchina?.close();
  }
};

process.exit(await main());
