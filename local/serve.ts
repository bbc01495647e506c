/** Entry of `npm start`: the deployed assembly on this machine, with the sandbox beside it, until it is asked to stop. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rewritePath } from "../shared/contracts/rewrites.ts";
import { synthesize } from "./assembly/synth.ts";
import { type Machine, startMachine } from "./runner/machine.ts";
import type { CreateSandbox, Seed } from "./runner/types.ts";
import { watchSources } from "./runner/watcher.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
// Functions on Lambda live in UTC, and so must everything that computes a date here.
process.env.TZ = "UTC";

async function importExport(name: string, files: string[]): Promise<unknown> {
  const path = files.map((file) => join(root, file)).find(existsSync);
  if (path === undefined) return undefined;
  const module: unknown = await import(pathToFileURL(path).href);
  return Object(module)[name];
}

function isFunction<T>(value: unknown): value is T {
  return typeof value === "function";
}

function readPort(): number {
  const port = Number(process.env.PORT ?? 8080);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT deve essere un numero fra 0 e 65535, non "${process.env.PORT}"`);
}

async function start(): Promise<Machine> {
  const stateDir = process.env.FIORINO_STATO ?? join(root, ".local");
  const { TLS_CERT: cert, TLS_KEY: key, TLS_CA: ca } = process.env;
  const createSandbox = await importExport("createSandbox", ["local/sandbox/index.ts"]);
  const seed = await importExport("seed", ["local/sandbox/seed.ts", "local/sandbox/seed/index.ts"]);
  return startMachine({
    stateDir,
    port: readPort(),
    hostname: process.env.HOST ?? "127.0.0.1",
    assembly: () => synthesize(root, stateDir),
    rewrite: rewritePath,
    record: process.env.FIORINO_RECORD === "1",
    ...(cert && key ? { tls: { cert, key, ...(ca ? { ca } : {}) } } : {}),
    ...(isFunction<CreateSandbox>(createSandbox) ? { createSandbox } : {}),
    ...(isFunction<Seed>(seed) ? { seed } : {}),
  });
}

function stopOn(machine: Machine, closeWatcher: () => void): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    closeWatcher();
    await machine.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // The launcher holds this channel: without it nobody would stop us any more.
  process.on("disconnect", stop);
}

try {
  const machine = await start();
  const watcher = process.env.FIORINO_SENZA_OSSERVATORE === "1" ? () => {} : watchSources(root, machine);
  stopOn(machine, watcher);
  const seconds = (performance.now() / 1_000).toFixed(1);
  console.log(
    `Fiorino risponde su ${machine.baseUrl} (pronto in ${seconds} s, ${machine.deployment.functions.length} funzioni). Ctrl-C per fermare.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
