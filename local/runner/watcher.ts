/** Picks up a changed source: synthesizes again and replaces the functions, without touching data. */
import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { synthesizeFiorino } from "./fiorino.ts";
import type { Machine } from "./machine.ts";

const WATCHED = ["functions", "shared", "infra"];
const QUIET_MS = 300;

/** Watches the sources under `root`; returns what ends the watch. An error in the sources is printed and the last good version goes on. */
export function watchSources(root: string, machine: Machine): () => void {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function rebuild(): Promise<void> {
    const started = performance.now();
    try {
      await machine.reload(await synthesizeFiorino());
      console.log(`Sorgenti ricaricati in ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  }

  const onChange = (_: string, file: string | null): void => {
    if (file === null || !/\.(ts|json)$/.test(file) || file.endsWith(".test.ts")) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(rebuild);
    }, QUIET_MS);
  };
  const watchers: FSWatcher[] = [];
  for (const folder of WATCHED) {
    try {
      watchers.push(watch(join(root, folder), { recursive: true }, onChange));
    } catch (error) {
      console.error(`${folder}: le modifiche non saranno viste (${String(error)})`);
    }
  }
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
