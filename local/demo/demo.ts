/**
 * `npm run demo`: the three use cases, or with `--scenario <nome>` one story of `scenari/`, on a running or a fresh instance; ends with an
 * error at the first difference.
 */
import { parseArgs } from "node:util";
import { runIniziativaEnte } from "./iniziativa-ente.ts";
import { runIniziativaPsp } from "./iniziativa-psp.ts";
import { type Macchina, openMacchina } from "./macchina.ts";
import type { Racconto } from "./racconto.ts";
import { runRiconciliazione } from "./riconciliazione.ts";
import { SCENARI } from "./scenari/registro.ts";

const describeUso = (): string => {
  const larghezza = Math.max(...[...SCENARI.keys()].map((nome) => nome.length));
  const elenco = [...SCENARI].map(([nome, { descrizione }]) => `  ${nome.padEnd(larghezza)}  ${descrizione}`);
  return `npm run demo                          i tre casi d'uso\nnpm run demo -- --scenario <nome>     una storia sola:\n${elenco.join("\n")}\n`;
};

const runCasiUso: Racconto = async (macchina, corsa) => {
  await runIniziativaPsp(macchina, corsa);
  await runIniziativaEnte(macchina, corsa);
  await runRiconciliazione(macchina, corsa);
};

/** What to tell, or what to print and the exit status when there is nothing to tell. */
const readComando = async (): Promise<Racconto | { readonly testo: string; readonly uscita: number }> => {
  try {
    const { values } = parseArgs({ options: { scenario: { type: "string" }, help: { type: "boolean", short: "h" } } });
    if (values.help === true) return { testo: describeUso(), uscita: 0 };
    if (values.scenario === undefined) return runCasiUso;
    const scenario = SCENARI.get(values.scenario);
    if (scenario) return (await scenario.load()).run;
    return { testo: `Scenario sconosciuto: ${values.scenario}.\n\n${describeUso()}`, uscita: 2 };
  } catch (errore) {
    return { testo: `${errore instanceof Error ? errore.message : String(errore)}\n\n${describeUso()}`, uscita: 2 };
  }
};

const tell = async (racconto: Racconto): Promise<number> => {
  const inizio = performance.now();
  let macchina: Macchina | undefined;
  try {
    macchina = await openMacchina();
    await racconto(macchina, `DEMO-${Date.now().toString(36).toUpperCase()}`);
    process.stdout.write(`\nTutto come previsto, in ${Math.round((performance.now() - inizio) / 1000)} secondi.\n`);
    return 0;
  } catch (errore) {
    process.stderr.write(`\n✗ ${errore instanceof Error ? `${errore.name}: ${errore.message}` : String(errore)}\n`);
    return 1;
  } finally {
    await macchina?.close();
  }
};

const comando = await readComando();
if (typeof comando === "function") process.exit(await tell(comando));
(comando.uscita === 0 ? process.stdout : process.stderr).write(comando.testo);
process.exit(comando.uscita);
