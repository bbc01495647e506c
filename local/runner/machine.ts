/** The whole machine on one port: put together from a cloud assembly, with the sandbox beside it, and taken apart again. */
import { mkdirSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import type { Deployment } from "../assembly/types.ts";
import { createAmbiente } from "./ambiente.ts";
import { startEngine } from "./engine.ts";
import { openFoundation } from "./foundation.ts";
import { createGateway, type HttpHost, listen, type TlsFiles } from "./http-server.ts";
import type { Recorder } from "./recorder.ts";
import { createShutdown, type Shutdown, withGrace } from "./shutdown.ts";
import { lockStateDir, readJsonFile, writeAtomically } from "./state-dir.ts";
import type { Ambiente, CreateSandbox, Sandbox, Seed } from "./types.ts";

export interface MachineOptions {
  stateDir: string;
  /** 0 = any free port. */
  port: number;
  hostname?: string;
  tls?: TlsFiles;
  /** Gives the folder of the cloud assembly; called while the emulators start. */
  assembly(): Promise<string>;
  rewrite?(path: string): string;
  createSandbox?: CreateSandbox;
  seed?: Seed;
  /** Records the calls of the functions from the start. */
  record?: boolean;
  /** Secrets, by name, that the installation is born with. */
  secrets?: Readonly<Record<string, string>>;
  /** Overrides of template parameters, besides the base URL that every stack is given. */
  parameters?: Record<string, string>;
}

export interface Machine {
  readonly baseUrl: string;
  readonly ambiente: Ambiente;
  readonly recorder: Recorder;
  readonly deployment: Deployment;
  /** Takes up a new assembly: functions, routes and schedules are replaced, new tables and queues created. */
  reload(assemblyDir: string): Promise<void>;
  stop(): Promise<void>;
}

/** Lets the requests in progress end, within a limit. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  await withGrace(closed);
  server.closeAllConnections();
}

/** A seed that failed is said and tried again at the next start: the machine is useful without it, if only to find out why. */
async function seedOnce(mark: string, isNew: boolean, ambiente: Ambiente, seed: Seed | undefined): Promise<void> {
  if (seed === undefined || (!isNew && readJsonFile(mark) !== undefined)) return;
  rmSync(mark, { force: true });
  try {
    await seed(ambiente);
    writeAtomically(mark, "{}");
  } catch (error) {
    console.error(
      `I dati dimostrativi non sono stati caricati (si riproverà al prossimo avvio): ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function assemble(options: MachineOptions, baseUrl: string, serve: (host: HttpHost) => void, shutdown: Shutdown): Promise<Machine> {
  const stateDir = resolve(options.stateDir);
  const { record = false, secrets = {}, assembly } = options;
  const foundation = await openFoundation({ stateDir, baseUrl, record, secrets, assembly }, shutdown);
  const engine = await startEngine(foundation, { UrlPubblico: baseUrl, ...options.parameters }, shutdown);
  const ambiente = createAmbiente(baseUrl, foundation, engine, options.seed);
  let sandbox: Sandbox | undefined;
  serve({
    rewrite: options.rewrite ?? ((path) => path),
    route: engine.route,
    invoke: engine.functions.invoke,
    fallback: async (req, res) => (await sandbox?.handle(req, res)) ?? false,
  });
  sandbox = await options.createSandbox?.(ambiente);
  shutdown.add(() => withGrace(sandbox?.close?.() ?? Promise.resolve()));
  await seedOnce(join(stateDir, "seme.json"), engine.isNew, ambiente, options.seed);
  sandbox?.ready?.();
  return {
    baseUrl,
    ambiente,
    recorder: foundation.recorder,
    get deployment() {
      return engine.deployment;
    },
    reload: engine.reload,
    stop: shutdown.run,
  };
}

/** Starts everything. Rejects (Italian text) when the port or the folder is taken, an emulator is missing or the assembly cannot be read. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const hostname = options.hostname ?? "127.0.0.1";
  mkdirSync(options.stateDir, { recursive: true });
  const shutdown = createShutdown();
  try {
    const gateway = createGateway(options.tls);
    const port = await listen(gateway.server, options.port, hostname);
    shutdown.add(() => closeServer(gateway.server));
    shutdown.add(lockStateDir(resolve(options.stateDir)));
    const baseUrl = `${options.tls ? "https" : "http"}://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname}:${port}`;
    const machine = await assemble(options, baseUrl, gateway.start, shutdown);
    // Closed first as well: nothing new comes in while the rest is being taken apart.
    shutdown.add(() => closeServer(gateway.server));
    return machine;
  } catch (error) {
    await shutdown.run();
    throw error;
  }
}
