/**
 * AWS Lambda on a loopback port, as far as a function uses it: the asynchronous invocation of another function. As Lambda does, it answers before the
 * function has begun; unlike Lambda it does not repeat one that failed, which the machine's log tells.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { EsitoInvocazione } from "../runner/types.ts";
import { type Loopback, readText, startLoopback } from "./loopback.ts";

export interface LambdaHost {
  /** Throws (Italian text) when there is no such function. */
  invoke(functionName: string, event: unknown): Promise<EsitoInvocazione>;
  hasFunction(functionName: string): boolean;
  report(text: string): void;
}

export interface LambdaEmulator extends Loopback {
  /** What is invoked; before it is given every function is unknown. */
  attach(host: LambdaHost): void;
}

const PATH = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/;
/** Lambda's limit for an asynchronous event. */
const EVENT_LIMIT = 256_000;

function parseEvent(text: string): { event: unknown } | undefined {
  try {
    return { event: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function start(host: LambdaHost, name: string, event: unknown): void {
  host.invoke(name, event).then(
    (outcome) => {
      if (!outcome.ok) host.report(`${name}: ${outcome.errorType}: ${outcome.errorMessage}`);
    },
    (error: unknown) => host.report(`${name}: ${String(error)}`),
  );
}

/** Opens the port at once: who is invoked is known later. */
export async function startLambda(): Promise<LambdaEmulator> {
  let host: LambdaHost | undefined;
  const answer = (res: ServerResponse, status: number, type?: string): void => {
    res.writeHead(status, { "content-type": "application/json", ...(type !== undefined && { "x-amzn-errortype": type }) });
    res.end(type === undefined ? "" : JSON.stringify({ Type: "User", Message: type }));
  };
  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const name = PATH.exec(req.url ?? "")?.[1] ?? "";
    const parsed = parseEvent(await readText(req, EVENT_LIMIT));
    if (req.method !== "POST" || req.headers["x-amz-invocation-type"] !== "Event") answer(res, 400, "InvalidParameterValueException");
    else if (!host?.hasFunction(name)) answer(res, 404, "ResourceNotFoundException");
    else if (parsed === undefined) answer(res, 400, "InvalidRequestContentException");
    else {
      start(host, name, parsed.event);
      answer(res, 202);
    }
  };
  const loopback = await startLoopback(handle);
  return {
    ...loopback,
    attach: (given) => {
      host = given;
    },
  };
}
