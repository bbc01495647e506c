/** The whole machine: emulators, functions, event sources, schedules and the port, put together from a cloud assembly and taken apart again. */
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join, resolve } from "node:path";
import type { Place } from "../assembly/attributes.ts";
import { readDeployment } from "../assembly/deployment.ts";
import { readAssembly } from "../assembly/read-assembly.ts";
import type { Deployment } from "../assembly/types.ts";
import { type DynamoDbEmulator, startDynamoDb } from "../emulators/dynamodb.ts";
import { createDynamoDbApi, type DynamoDbApi } from "../emulators/dynamodb-api.ts";
import { type FauxqsEmulator, startFauxqs } from "../emulators/fauxqs.ts";
import { createTtlSweeper, ensureTables, recreateTables } from "../emulators/tables.ts";
import { createAmbiente } from "./ambiente.ts";
import { createCheckpoints } from "./checkpoints.ts";
import { type Clock, createClock } from "./clock.ts";
import { createFunctions, type Functions } from "./functions.ts";
import { createGateway, type HttpHost, listen, type TlsFiles } from "./http-server.ts";
import { createLogs, type FunctionLogs } from "./logs.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { createRouter } from "./router.ts";
import { type Scheduler, startScheduler } from "./scheduler.ts";
import { type Sources, startSources } from "./sources.ts";
import { lockStateDir } from "./state-dir.ts";
import type { Ambiente, CreateSandbox, Sandbox, Seed } from "./types.ts";
import type { ThreadHost } from "./worker.ts";
import { writeWorkerScript } from "./worker-script.ts";

const REGION = "eu-south-1";
const ACCOUNT = "000000000000";
const HOUSEKEEPING_MS = 60_000;
const SETTLE_MS = 60_000;
const STOP_GRACE_MS = 5_000;

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

interface Parts {
  clock: Clock;
  logs: FunctionLogs;
  dynamodb: DynamoDbEmulator;
  queues: FauxqsEmulator;
  api: DynamoDbApi;
  recorder: Recorder;
  functions: Functions;
  place: Place;
}

function threadHost(stateDir: string, script: URL, parts: Omit<Parts, "functions" | "api">): ThreadHost {
  const { clock, dynamodb, queues, recorder, place, logs } = parts;
  return {
    script,
    data: {
      region: place.region,
      accountId: place.accountId,
      offset: clock.shared,
      tapped: recorder.tapped,
      tapPort: recorder.port,
      emulators: { dynamodb: dynamodb.port, sqs: queues.port },
      compileCache: join(stateDir, "compile-cache"),
    },
    environment: {
      AWS_REGION: place.region,
      AWS_DEFAULT_REGION: place.region,
      AWS_ACCESS_KEY_ID: "locale",
      AWS_SECRET_ACCESS_KEY: "locale",
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
      AWS_ENDPOINT_URL_SQS: queues.endpoint,
      AWS_ENDPOINT_URL_S3: queues.endpoint,
      TZ: "UTC",
    },
    onOutput: logs.write,
  };
}

/** Runs the steps of a shutdown one after the other; one that fails does not stop the others. */
async function runAll(steps: (() => Promise<void> | void)[]): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
}

function withLimit(work: Promise<void>, milliseconds: number): Promise<void> {
  return Promise.race([work, new Promise<void>((done) => setTimeout(done, milliseconds).unref())]);
}

/** Lets the requests in progress end, within a limit. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  await withLimit(closed, STOP_GRACE_MS);
  server.closeAllConnections();
}

/** Starts everything. Rejects (Italian text) when the port or the folder is taken, an emulator is missing or the assembly cannot be read. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const stateDir = resolve(options.stateDir);
  const hostname = options.hostname ?? "127.0.0.1";
  mkdirSync(stateDir, { recursive: true });
  const closing: (() => Promise<void> | void)[] = [];
  const onStop = (step: () => Promise<void> | void): void => void closing.unshift(step);
  try {
    const gateway = createGateway(options.tls);
    const port = await listen(gateway.server, options.port, hostname);
    onStop(() => closeServer(gateway.server));
    onStop(lockStateDir(stateDir));
    const baseUrl = `${options.tls ? "https" : "http"}://${hostname === "0.0.0.0" ? "127.0.0.1" : hostname}:${port}`;
    const machine = await assemble(options, stateDir, baseUrl, gateway.start, closing, onStop);
    onStop(() => closeServer(gateway.server));
    return machine;
  } catch (error) {
    await runAll(closing);
    throw error;
  }
}

async function assemble(
  options: MachineOptions,
  stateDir: string,
  baseUrl: string,
  serve: (host: HttpHost) => void,
  closing: (() => Promise<void> | void)[],
  onStop: (step: () => Promise<void> | void) => void,
): Promise<Machine> {
  const clock = createClock(stateDir);
  onStop(clock.uninstall);
  const logs = createLogs(stateDir);
  onStop(logs.close);
  const starting = [startDynamoDb(stateDir), startFauxqs(stateDir, REGION), options.assembly(), writeWorkerScript(stateDir)] as const;
  const [first, second] = await Promise.allSettled(starting);
  if (first.status === "fulfilled") onStop(first.value.stop);
  if (second.status === "fulfilled") onStop(second.value.stop);
  const [dynamodb, queues, assemblyDir, script] = await Promise.all(starting);
  const report = (text: string): void => logs.write("runner", `${new Date().toISOString()} ${text}\n`);

  const place: Place = { region: REGION, accountId: ACCOUNT, queueEndpoint: queues.endpoint, baseUrl };
  const read = async (dir: string): Promise<Deployment> => readDeployment(await readAssembly(dir), place, { UrlPubblico: baseUrl, ...options.parameters });
  let deployment = await read(assemblyDir);
  const api = createDynamoDbApi(dynamodb.endpoint);
  const isNew = await ensureTables(api, deployment.tables);
  queues.ensure(place, deployment.queues, deployment.buckets);
  const recorder = await startRecorder({ dynamodb: dynamodb.port, sqs: queues.port }, options.record === true);
  onStop(recorder.close);

  let sources: Sources | undefined;
  const host = threadHost(stateDir, script, { clock, logs, dynamodb, queues, recorder, place });
  const functions = createFunctions(deployment.functions, host, () => sources?.wake());
  onStop(functions.restart);
  const checkpoints = createCheckpoints(stateDir);
  const sourcesHost = { region: REGION, functions, queues, api, checkpoints, report };
  const openSources = (): Sources => startSources(deployment.mappings, sourcesHost);
  sources = openSources();
  const drain = (timeoutMs: number): Promise<void> => sources?.drain(timeoutMs) ?? Promise.resolve();
  onStop(() => withLimit(sources?.stop() ?? Promise.resolve(), STOP_GRACE_MS));

  const scheduler: Scheduler = startScheduler(deployment.schedules, {
    clock,
    invoke: functions.invoke,
    send: queues.send,
    settle: () => drain(SETTLE_MS).catch((error: unknown) => report(String(error))),
    nextMessage: () => sources?.nextMessage(),
    report,
  });
  onStop(() => withLimit(scheduler.stop(), STOP_GRACE_MS));

  let sweeper = createTtlSweeper(api, deployment.tables);
  const housekeeping = setInterval(() => {
    Promise.all([functions.releaseIdle(), sweeper.sweep(clock.now())]).catch((error: unknown) => report(String(error)));
  }, HOUSEKEEPING_MS);
  onStop(() => clearInterval(housekeeping));

  const ambiente = createAmbiente({
    baseUrl,
    stateDir,
    clock,
    functions,
    scheduler,
    recorder,
    logs,
    endpoints: { dynamodb: dynamodb.endpoint, sqs: queues.endpoint, s3: queues.endpoint },
    place,
    deployment: () => deployment,
    drain,
    empty: async () => {
      await sources?.stop();
      await functions.restart();
      queues.clear();
      await recreateTables(api, deployment.tables);
      checkpoints.clear();
      clock.reset();
      scheduler.reset();
      sources = openSources();
    },
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });

  let route = createRouter(deployment.routes);
  let sandbox: Sandbox | undefined;
  serve({
    rewrite: options.rewrite ?? ((path) => path),
    route: (method, path) => route(method, path),
    invoke: functions.invoke,
    fallback: async (req, res) => (await sandbox?.handle(req, res)) ?? false,
  });
  sandbox = await options.createSandbox?.(ambiente);
  onStop(() => withLimit(sandbox?.close?.() ?? Promise.resolve(), STOP_GRACE_MS));
  if (isNew) await options.seed?.(ambiente);

  return {
    baseUrl,
    ambiente,
    recorder,
    get deployment() {
      return deployment;
    },
    reload: async (dir) => {
      deployment = await read(dir);
      await ensureTables(api, deployment.tables);
      queues.ensure(place, deployment.queues, deployment.buckets);
      await sources?.stop();
      functions.replace(deployment.functions);
      route = createRouter(deployment.routes);
      scheduler.replace(deployment.schedules);
      sweeper = createTtlSweeper(api, deployment.tables);
      sources = openSources();
    },
    stop: () => runAll(closing.splice(0)),
  };
}
