/**
 * What runs inside a function's thread: imports the deployed bundle and answers one event at a time, as the Lambda runtime does. It is run
 * without its types and after `shifted-date.ts` (see worker-script.ts): nothing but Node's own modules may be imported here.
 */
import http from "node:http";
import { enableCompileCache, syncBuiltinESMExports } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

export interface ThreadData {
  handlerUrl: string;
  handlerName: string;
  functionName: string;
  memorySize: number;
  region: string;
  accountId: string;
  offset: SharedArrayBuffer;
  /** One flag: when set, calls to the emulators pass through the tap, which records and injects faults. */
  tapped: SharedArrayBuffer;
  emulators: { dynamodb: number; sqs: number; secrets: number; lambda: number };
  tapPort: number;
  compileCache: string;
}

export interface ThreadRequest {
  requestId: string;
  event: string;
  deadlineMs: number;
}

export type ThreadAnswer =
  | { kind: "ready" }
  | { kind: "result"; requestId: string; payload: string }
  | { kind: "error"; requestId: string; errorType: string; errorMessage: string };

type Handler = (event: unknown, context: unknown) => unknown;

function describe(error: unknown): { errorType: string; errorMessage: string } {
  return error instanceof Error
    ? { errorType: error.name, errorMessage: error.message }
    : { errorType: "Error", errorMessage: String(error) };
}

/** Sends the SDK's requests through the tap while the flag is up; costs one comparison per request while it is down. */
export function tapRequests(data: ThreadData): void {
  const flag = new Int32Array(data.tapped);
  const original = http.request.bind(http);
  const ports = new Map([
    [data.emulators.dynamodb, "dynamodb"],
    [data.emulators.sqs, "sqs"],
    [data.emulators.secrets, "secrets"],
    [data.emulators.lambda, "lambda"],
  ]);
  http.request = (...args: unknown[]): http.ClientRequest => {
    const [options] = args;
    if (Atomics.load(flag, 0) === 1 && typeof options === "object" && options !== null && "port" in options && "headers" in options) {
      const service = ports.get(Number(options.port));
      if (service !== undefined) {
        const headers = { ...Object(options.headers), "x-fiorino-function": data.functionName, "x-fiorino-service": service };
        args[0] = { ...options, port: data.tapPort, headers };
      }
    }
    return Reflect.apply(original, http, args);
  };
  syncBuiltinESMExports();
}

function contextOf(data: ThreadData, request: ThreadRequest): object {
  return {
    functionName: data.functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:${data.region}:${data.accountId}:function:${data.functionName}`,
    memoryLimitInMB: String(data.memorySize),
    awsRequestId: request.requestId,
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: "locale",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(request.deadlineMs - (performance.timeOrigin + performance.now()))),
  };
}

async function loadHandler(data: ThreadData): Promise<Handler> {
  const module: unknown = await import(data.handlerUrl);
  const handler: unknown = Object(module)[data.handlerName];
  if (typeof handler !== "function") throw new Error(`${data.handlerUrl} non esporta ${data.handlerName}`);
  return (event, context) => Reflect.apply(handler, undefined, [event, context]);
}

/** Imports the bundle and serves the parent's requests until the thread is terminated. */
export async function serveThread(data: ThreadData): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  enableCompileCache(data.compileCache);
  tapRequests(data);
  const loading = loadHandler(data).then(
    (handler) => ({ handler }),
    (error: unknown) => ({ error }),
  );
  port.on("message", async (request: ThreadRequest) => {
    const answer = (message: ThreadAnswer): void => port.postMessage(message);
    try {
      const loaded = await loading;
      if ("error" in loaded) throw loaded.error;
      const result = await loaded.handler(JSON.parse(request.event), contextOf(data, request));
      answer({ kind: "result", requestId: request.requestId, payload: JSON.stringify(result) ?? "null" });
    } catch (error) {
      console.error(error);
      answer({ kind: "error", requestId: request.requestId, ...describe(error) });
    }
  });
  await loading;
  port.postMessage({ kind: "ready" } satisfies ThreadAnswer);
}

if (workerData?.handlerUrl !== undefined) void serveThread(workerData);
