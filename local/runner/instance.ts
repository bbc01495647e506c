/** One instance of a function: a thread that answers one event at a time, stopped when it takes longer than the function may. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { FunctionSpec } from "../assembly/types.ts";
import type { EsitoInvocazione } from "./types.ts";
import type { ThreadAnswer, ThreadData, ThreadRequest } from "./worker-thread.ts";

/** Lambda's limit for a synchronous answer. */
const MAX_PAYLOAD_BYTES = 6_291_556;
/** To import the bundle; Lambda gives 10 seconds, this machine may be doing something else as well. */
const INIT_SECONDS = 60;

/** What every thread of the machine shares. */
export interface ThreadHost {
  script: URL;
  data: Omit<ThreadData, "handlerUrl" | "handlerName" | "functionName" | "memorySize">;
  environment: Record<string, string>;
  onOutput(functionName: string, chunk: string): void;
}

type Outcome = { ok: true; payload: unknown } | { ok: false; errorType: string; errorMessage: string; timeout: boolean };

export function failure(errorType: string, errorMessage: string, timeout = false): Outcome {
  return { ok: false, errorType, errorMessage, timeout };
}

function handlerOf(spec: FunctionSpec): { handlerUrl: string; handlerName: string } {
  const dot = spec.handler.lastIndexOf(".");
  const file = spec.handler.slice(0, dot);
  const path = [".mjs", ".js", ".cjs"].map((extension) => join(spec.codeDir, file + extension)).find(existsSync);
  if (path === undefined) throw new Error(`${spec.name}: il pacchetto ${spec.codeDir} non contiene ${file}.mjs`);
  return { handlerUrl: pathToFileURL(path).href, handlerName: spec.handler.slice(dot + 1) };
}

/** Options of a process are limits of a thread here. V8 counts the nursery as three times one of its halves. */
function limitsOf(nodeOptions: string, memorySize: number): ResourceLimits {
  const option = (name: string): number | undefined => {
    const value = new RegExp(`--${name}=(\\d+)`).exec(nodeOptions)?.[1];
    return value === undefined ? undefined : Number(value);
  };
  const nursery = option("max-semi-space-size");
  return {
    maxOldGenerationSizeMb: option("max-old-space-size") ?? memorySize,
    ...(nursery !== undefined && { maxYoungGenerationSizeMb: nursery * 3 }),
  };
}

function readAnswer(answer: Exclude<ThreadAnswer, { kind: "ready" }>): Outcome {
  if (answer.kind === "error") return failure(answer.errorType, answer.errorMessage);
  if (answer.payload.length > MAX_PAYLOAD_BYTES) {
    return failure("Function.ResponseSizeTooLarge", `Risposta di ${answer.payload.length} byte: il limite è ${MAX_PAYLOAD_BYTES}`);
  }
  return { ok: true, payload: JSON.parse(answer.payload) };
}

export class Instance {
  idleSince = performance.now();
  private readonly spec: FunctionSpec;
  private readonly host: ThreadHost;
  private readonly worker: Worker;
  private readonly onExit: (instance: Instance) => void;
  private readonly ready = Promise.withResolvers<void>();
  private settle: ((outcome: Outcome) => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** Throws when the bundle does not hold the handler. `onExit` is called when the instance can no longer be used. */
  constructor(spec: FunctionSpec, host: ThreadHost, onExit: (instance: Instance) => void) {
    const workerData: ThreadData = { ...host.data, ...handlerOf(spec), functionName: spec.name, memorySize: spec.memorySize };
    this.spec = spec;
    this.host = host;
    this.onExit = onExit;
    const { NODE_OPTIONS = "", ...environment } = spec.environment;
    this.worker = new Worker(host.script, {
      workerData,
      env: {
        ...environment,
        ...host.environment,
        AWS_LAMBDA_FUNCTION_NAME: spec.name,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memorySize),
      },
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: limitsOf(NODE_OPTIONS, spec.memorySize),
    });
    this.worker.unref();
    this.listen();
  }

  get isFree(): boolean {
    return this.settle === undefined;
  }

  /** Runs one event (JSON text) to its end. Only one at a time. */
  run(event: string): Promise<EsitoInvocazione> {
    const started = performance.now();
    const requestId = randomUUID();
    const { promise, resolve } = Promise.withResolvers<EsitoInvocazione>();
    this.settle = (outcome) => {
      this.settle = undefined;
      clearTimeout(this.timer);
      this.idleSince = performance.now();
      resolve({ ...outcome, millisecondi: Math.round(this.idleSince - started) });
    };
    this.limit(requestId, INIT_SECONDS);
    // As on Lambda, the time of the function begins when its bundle is there.
    void this.ready.promise.then(() => {
      const { timeoutSeconds } = this.spec;
      const deadlineMs = performance.timeOrigin + performance.now() + timeoutSeconds * 1_000;
      this.limit(requestId, timeoutSeconds);
      this.worker.postMessage({ requestId, event, deadlineMs } satisfies ThreadRequest);
    });
    return promise;
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  private limit(requestId: string, seconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.expire(requestId, seconds), seconds * 1_000);
  }

  private expire(requestId: string, seconds: number): void {
    this.onExit(this);
    void this.worker.terminate();
    this.host.onOutput(this.spec.name, `${requestId} Task timed out after ${seconds}.00 seconds\n`);
    this.settle?.(failure("Sandbox.Timedout", `Tempo scaduto dopo ${seconds} secondi`, true));
  }

  private listen(): void {
    const { worker } = this;
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => this.host.onOutput(this.spec.name, chunk));
    }
    worker.on("message", (answer: ThreadAnswer) => {
      if (answer.kind === "ready") this.ready.resolve();
      else this.settle?.(readAnswer(answer));
    });
    worker.on("error", (error: unknown) => {
      const isOutOfMemory = Object(error).code === "ERR_WORKER_OUT_OF_MEMORY";
      this.onExit(this);
      this.host.onOutput(this.spec.name, `${error instanceof Error ? error.stack : String(error)}\n`);
      this.settle?.(failure(isOutOfMemory ? "Runtime.OutOfMemory" : "Runtime.ExitError", String(error)));
    });
    worker.on("exit", () => {
      this.onExit(this);
      this.settle?.(failure("Runtime.ExitError", "L'istanza è terminata durante l'esecuzione"));
    });
  }
}
