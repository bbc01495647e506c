/** One function: its instances (threads), each answering one event at a time as a Lambda sandbox does, created on demand and let go when idle. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { FunctionSpec } from "../assembly/types.ts";
import type { EsitoInvocazione } from "./types.ts";
import type { ThreadAnswer, ThreadData, ThreadRequest } from "./worker-thread.ts";

const DEFAULT_INSTANCES = 4;
const IDLE_MS = 180_000;
/** How long a request waits for a warm instance before another one is started: a cold one costs more than that. */
const GROWTH_MS = 15;
/** Lambda's limit for a synchronous answer. */
const MAX_PAYLOAD_BYTES = 6_291_556;

/** What every thread of the machine shares. */
export interface ThreadHost {
  script: URL;
  data: Omit<ThreadData, "handlerUrl" | "handlerName" | "functionName" | "memorySize">;
  environment: Record<string, string>;
  onOutput(functionName: string, chunk: string): void;
}

export interface FunctionPool {
  readonly spec: FunctionSpec;
  readonly maxInstances: number;
  /** Invocations running or waiting for an instance. */
  readonly busy: number;
  invoke(event: unknown): Promise<EsitoInvocazione>;
  /** Lets idle instances go; with `all`, every instance at once (running invocations fail). */
  close(all: boolean): Promise<void>;
}

interface Instance {
  worker: Worker;
  idleSince: number;
  settle: ((outcome: Outcome) => void) | undefined;
}

interface Waiting {
  event: string;
  resolve(outcome: EsitoInvocazione): void;
}

type Outcome = { ok: true; payload: unknown } | { ok: false; errorType: string; errorMessage: string; timeout: boolean };

function handlerOf(spec: FunctionSpec): { handlerUrl: string; handlerName: string } {
  const dot = spec.handler.lastIndexOf(".");
  const file = spec.handler.slice(0, dot);
  const path = [".mjs", ".js", ".cjs"].map((extension) => join(spec.codeDir, file + extension)).find(existsSync);
  if (path === undefined) throw new Error(`${spec.name}: il pacchetto ${spec.codeDir} non contiene ${file}.mjs`);
  return { handlerUrl: pathToFileURL(path).href, handlerName: spec.handler.slice(dot + 1) };
}

function failure(errorType: string, errorMessage: string, timeout = false): Outcome {
  return { ok: false, errorType, errorMessage, timeout };
}

function readAnswer(answer: Exclude<ThreadAnswer, { kind: "ready" }>): Outcome {
  if (answer.kind === "error") return failure(answer.errorType, answer.errorMessage);
  if (answer.payload.length > MAX_PAYLOAD_BYTES) {
    return failure("Function.ResponseSizeTooLarge", `Risposta di ${answer.payload.length} byte: il limite è ${MAX_PAYLOAD_BYTES}`);
  }
  return { ok: true, payload: JSON.parse(answer.payload) };
}

export function createFunctionPool(spec: FunctionSpec, host: ThreadHost): FunctionPool {
  const instances = new Set<Instance>();
  const waiting: Waiting[] = [];
  const maxInstances = Math.min(spec.maxConcurrency ?? DEFAULT_INSTANCES, DEFAULT_INSTANCES);
  let running = 0;
  let growth: NodeJS.Timeout | undefined;

  function startInstance(): Instance {
    const data: ThreadData = { ...host.data, ...handlerOf(spec), functionName: spec.name, memorySize: spec.memorySize };
    const worker = new Worker(host.script, {
      workerData: data,
      env: {
        ...spec.environment,
        ...host.environment,
        AWS_LAMBDA_FUNCTION_NAME: spec.name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memorySize),
      },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: spec.memorySize },
    });
    const instance: Instance = { worker, idleSince: performance.now(), settle: undefined };
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => host.onOutput(spec.name, chunk));
    }
    worker.on("message", (answer: ThreadAnswer) => {
      if (answer.kind !== "ready") instance.settle?.(readAnswer(answer));
    });
    worker.on("error", (error: unknown) => {
      const outOfMemory = Object(error).code === "ERR_WORKER_OUT_OF_MEMORY";
      host.onOutput(spec.name, `${error instanceof Error ? error.stack : String(error)}\n`);
      instance.settle?.(failure(outOfMemory ? "Runtime.OutOfMemory" : "Runtime.ExitError", String(error)));
    });
    worker.on("exit", () => {
      instances.delete(instance);
      instance.settle?.(failure("Runtime.ExitError", "L'istanza è terminata durante l'esecuzione"));
    });
    worker.unref();
    instances.add(instance);
    return instance;
  }

  function run(instance: Instance, { event, resolve }: Waiting): void {
    running += 1;
    const started = performance.now();
    const timeoutMs = spec.timeoutSeconds * 1_000;
    const request: ThreadRequest = { requestId: randomUUID(), event, deadlineMs: performance.timeOrigin + started + timeoutMs };
    const timer = setTimeout(() => {
      instances.delete(instance);
      void instance.worker.terminate();
      host.onOutput(spec.name, `${request.requestId} Task timed out after ${spec.timeoutSeconds}.00 seconds\n`);
      instance.settle?.(failure("Sandbox.Timedout", `Tempo scaduto dopo ${spec.timeoutSeconds} secondi`, true));
    }, timeoutMs);
    instance.settle = (outcome) => {
      instance.settle = undefined;
      clearTimeout(timer);
      running -= 1;
      instance.idleSince = performance.now();
      resolve({ ...outcome, millisecondi: Math.round(performance.now() - started) });
      const next = waiting.shift();
      if (next) dispatch(next);
    };
    instance.worker.postMessage(request);
  }

  function dispatch(request: Waiting): void {
    const free = [...instances].find(({ settle }) => settle === undefined);
    if (free) return run(free, request);
    if (instances.size === 0) return start(request);
    waiting.push(request);
    growth ??= setTimeout(grow, GROWTH_MS);
  }

  /** A bundle that is not there fails the invocation, as it does on Lambda, and not the machine. */
  function start(request: Waiting): void {
    let instance: Instance;
    try {
      instance = startInstance();
    } catch (error) {
      host.onOutput(spec.name, `${String(error)}\n`);
      request.resolve({ ...failure("Runtime.ImportModuleError", String(error)), millisecondi: 0 });
      return;
    }
    run(instance, request);
  }

  function grow(): void {
    growth = undefined;
    if (instances.size >= maxInstances) return;
    const request = waiting.shift();
    if (request === undefined) return;
    start(request);
    if (waiting.length > 0) growth = setTimeout(grow, GROWTH_MS);
  }

  return {
    spec,
    maxInstances,
    get busy() {
      return running + waiting.length;
    },
    invoke: (event) => {
      const { promise, resolve } = Promise.withResolvers<EsitoInvocazione>();
      dispatch({ event: JSON.stringify(event), resolve });
      return promise;
    },
    close: async (all) => {
      const limit = performance.now() - IDLE_MS;
      const leaving = [...instances].filter(({ settle, idleSince }) => all || (settle === undefined && idleSince < limit));
      for (const instance of leaving) instances.delete(instance);
      await Promise.all(leaving.map(({ worker }) => worker.terminate()));
    },
  };
}
