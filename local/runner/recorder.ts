/**
 * The tap between functions and emulators. While something is to be recorded or a fault is pending, the functions' threads send their requests
 * here; otherwise they go straight to the emulators and this costs nothing.
 */
import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { createFaults, type Faults, faultAnswer } from "./faults.ts";
import { listen } from "./http-server.ts";
import { type AwsCall, describeCall } from "./iam-actions.ts";

export interface EmulatorPorts {
  dynamodb: number;
  sqs: number;
  secrets: number;
  lambda: number;
}

async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export class Recorder {
  /** Shared with the threads: 1 = requests pass through the tap. */
  readonly tapped = new SharedArrayBuffer(4);
  readonly faults: Faults;
  private readonly emulators: EmulatorPorts;
  private readonly flag = new Int32Array(this.tapped);
  private readonly used = new Map<string, Set<string>>();
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private isRecording: boolean;
  private hasFaults = false;

  /** `emulators` gives the port behind each service. */
  constructor(emulators: EmulatorPorts, recordFromStart: boolean) {
    this.emulators = emulators;
    this.isRecording = recordFromStart;
    this.faults = createFaults((arePending) => {
      this.hasFaults = arePending;
      this.refresh();
    });
    this.server = createServer((req, res) => {
      this.handle(req, res).catch(() => res.destroy());
    });
    this.refresh();
  }

  /** Starts to listen on a loopback port and returns it. */
  listen(): Promise<number> {
    return listen(this.server, 0, "127.0.0.1");
  }

  record(on: boolean): void {
    this.isRecording = on;
    this.refresh();
  }

  /** IAM actions used so far by a function, e.g. `dynamodb:GetItem`. */
  actionsOf(functionName: string): Set<string> {
    return new Set([...this.permissionsOf(functionName)].map((permission) => permission.split(" ")[0] ?? permission));
  }

  /** The same with the resource, e.g. `dynamodb:GetItem table/archivio`. */
  permissionsOf(functionName: string): Set<string> {
    return new Set(this.used.get(functionName));
  }

  /** Names of the functions that called something while it was recorded. */
  functions(): string[] {
    return [...this.used.keys()];
  }

  async close(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private refresh(): void {
    Atomics.store(this.flag, 0, this.isRecording || this.hasFaults ? 1 : 0);
  }

  private remember(functionName: string, call: AwsCall): void {
    const permissions = this.used.get(functionName) ?? new Set();
    for (const permission of call.permissions) permissions.add(permission);
    this.used.set(functionName, permissions);
  }

  private async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const functionName = String(req.headers["x-fiorino-function"] ?? "");
    const service = String(req.headers["x-fiorino-service"] ?? "");
    const body = await readBody(req);
    const target = req.headers["x-amz-target"]?.toString();
    // Bodies of objects are not read: they may be large, and say nothing about the call.
    const text = service === "dynamodb" || target !== undefined ? body.toString("utf8") : "";
    const call = describeCall(service, req.method ?? "GET", req.url ?? "/", target, text);
    if (this.isRecording) this.remember(functionName, call);
    const fault = this.faults.take(functionName, call);
    if (fault === undefined || fault === "timeout") {
      const port = service === "dynamodb" || service === "secrets" || service === "lambda" ? this.emulators[service] : this.emulators.sqs;
      this.forward(req, res, body, port, fault === "timeout");
      return;
    }
    const answer = faultAnswer(fault, call);
    res.writeHead(answer.status, answer.headers).end(answer.body);
  }

  private forward(req: IncomingMessage, res: ServerResponse, body: Buffer, port: number, isAnswerLost: boolean): void {
    const headers = { ...req.headers, host: `127.0.0.1:${port}` };
    const outgoing = request({ host: "127.0.0.1", port, method: req.method, path: req.url, headers, agent: this.agent }, (answer) => {
      if (isAnswerLost) {
        answer.resume();
        res.destroy();
        return;
      }
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    outgoing.on("error", () => res.destroy());
    outgoing.end(body);
  }
}
