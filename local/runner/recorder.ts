/**
 * The tap between functions and emulators. While something is to be recorded or a fault is pending, the functions' threads send their requests
 * here; otherwise they go straight to the emulators and this costs nothing.
 */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createFaults, type Faults, faultAnswer } from "./faults.ts";
import { type AwsCall, describeCall } from "./iam-actions.ts";

export interface Recorder {
  readonly port: number;
  /** Shared with the threads: 1 = requests pass through the tap. */
  readonly tapped: SharedArrayBuffer;
  readonly faults: Faults;
  record(on: boolean): void;
  /** IAM actions used so far by a function, e.g. `dynamodb:GetItem`. */
  actionsOf(functionName: string): Set<string>;
  /** The same with the resource, e.g. `dynamodb:GetItem table/archivio`. */
  permissionsOf(functionName: string): Set<string>;
  functions(): string[];
  close(): Promise<void>;
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Starts the tap on a loopback port; `emulators` gives the port behind each service. */
export async function startRecorder(emulators: { dynamodb: number; sqs: number }, recordFromStart: boolean): Promise<Recorder> {
  const tapped = new SharedArrayBuffer(4);
  const flag = new Int32Array(tapped);
  const used = new Map<string, Set<string>>();
  const agent = new Agent({ keepAlive: true });
  let isRecording = recordFromStart;
  let hasFaults = false;
  const refresh = (): void => {
    Atomics.store(flag, 0, isRecording || hasFaults ? 1 : 0);
  };
  const faults = createFaults((arePending) => {
    hasFaults = arePending;
    refresh();
  });
  refresh();

  function remember(functionName: string, call: AwsCall): void {
    const permissions = used.get(functionName) ?? new Set();
    for (const permission of call.permissions) permissions.add(permission);
    used.set(functionName, permissions);
  }

  function forward(
    req: IncomingMessage,
    body: Buffer,
    port: number,
    onAnswer: (answer: IncomingMessage) => void,
    onError: () => void,
  ): void {
    const headers = { ...req.headers, host: `127.0.0.1:${port}` };
    const outgoing = request({ host: "127.0.0.1", port, method: req.method, path: req.url, headers, agent }, onAnswer);
    outgoing.on("error", onError);
    outgoing.end(body);
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const functionName = String(req.headers["x-fiorino-function"] ?? "");
    const service = String(req.headers["x-fiorino-service"] ?? "");
    const body = await readBody(req);
    const target = req.headers["x-amz-target"];
    const text = service === "dynamodb" || target !== undefined ? body.toString("utf8") : "";
    const call = describeCall(service, req.method ?? "GET", req.url ?? "/", target === undefined ? undefined : String(target), text);
    if (isRecording) remember(functionName, call);
    const fault = faults.take(functionName, call);
    if (fault !== undefined && fault !== "timeout") {
      const answer = faultAnswer(fault, call);
      res.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    }
    const port = service === "dynamodb" ? emulators.dynamodb : emulators.sqs;
    const onAnswer = (answer: IncomingMessage): void => {
      if (fault === "timeout") {
        answer.resume();
        res.destroy();
        return;
      }
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    };
    forward(req, body, port, onAnswer, () => res.destroy());
  }

  const server = createServer((req, res) => {
    handle(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    tapped,
    faults,
    record: (on) => {
      isRecording = on;
      refresh();
    },
    actionsOf: (functionName) => new Set([...(used.get(functionName) ?? [])].map((permission) => permission.split(" ")[0] ?? permission)),
    permissionsOf: (functionName) => new Set(used.get(functionName)),
    functions: () => [...used.keys()],
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
