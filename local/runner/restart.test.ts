import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { asArray, asObject } from "../assembly/json.ts";
import { createDynamoDbApi } from "../emulators/dynamodb-api.ts";
import { writeFixtureAssembly } from "../fixtures/assembly.ts";

const SCRIPT = fileURLToPath(new URL("../fixtures/serve-fixture.ts", import.meta.url));
const WAIT_MS = 60_000;
/** Four starts of a process on a machine that may be busy with the other tests. */
const TEST_MS = 180_000;
const dir = mkdtempSync(join(tmpdir(), "riavvio-"));
const assemblyDir = writeFixtureAssembly(join(dir, "assembly"));
const children = new Set<ChildProcess>();

interface Running {
  child: ChildProcess;
  baseUrl: string;
  dynamodb: string;
  sqs: string;
}

async function start(stateDir: string, port = 0): Promise<Running> {
  const child = spawn(process.execPath, [SCRIPT, stateDir, assemblyDir, String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  children.add(child);
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ready = new Promise<Running>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const [, baseUrl = "", dynamodb = "", sqs = ""] = /pronto (\S+) (\S+) (\S+)/.exec(chunk.toString()) ?? [];
      if (baseUrl !== "") resolve({ child, baseUrl, dynamodb, sqs });
    });
    child.on("exit", (code) => reject(new Error(`uscita ${code}: ${errors}`)));
  });
  return ready;
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
  children.delete(child);
}

async function post(running: Running, action: string, body: string): Promise<number> {
  const response = await fetch(`${running.baseUrl}/prova/v1/${action}`, {
    method: "POST",
    body,
    headers: { "content-type": "text/plain" },
  });
  return response.status;
}

async function exists(running: Running, pk: string): Promise<boolean> {
  return (await fetch(`${running.baseUrl}/prova/v1/leggi/${encodeURIComponent(pk)}`)).status === 200;
}

/** Nothing waits in the queue, nor is being consumed. */
async function isQueueEmpty({ sqs }: Running): Promise<boolean> {
  const client = new SQSClient({ endpoint: sqs, region: "eu-south-1", credentials: { accessKeyId: "prova", secretAccessKey: "prova" } });
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: "prova-coda" }));
  const { Attributes = {} } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
  client.destroy();
  return Attributes["ApproximateNumberOfMessages"] === "0" && Attributes["ApproximateNumberOfMessagesNotVisible"] === "0";
}

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  const limit = performance.now() + WAIT_MS;
  while (!(await condition())) {
    if (performance.now() > limit) throw new Error("la condizione attesa non si è verificata");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isDown(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint);
    return false;
  } catch {
    return true;
  }
}

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("a machine that is killed", { timeout: TEST_MS }, () => {
  it("finds again every acknowledged item and message, delivers what was on its way, and leaves no emulator behind", async () => {
    const stateDir = join(dir, "kill");
    const first = await start(stateDir);
    const ids = Array.from({ length: 30 }, (_, index) => `OUT#${index}`);
    for (const id of ids) expect(await post(first, "scrivi", id)).toBe(201);
    expect(await post(first, "accoda", "ultimo")).toBe(202);
    await kill(first.child, "SIGKILL");
    await waitFor(() => isDown(first.dynamodb));

    const second = await start(stateDir);
    for (const id of ids) expect(await exists(second, id)).toBe(true);
    for (const id of ids) await waitFor(() => exists(second, `CONSUMATO#${id}`));
    await waitFor(() => exists(second, "CONSUMATO#ultimo"));
    await kill(second.child, "SIGTERM");
    expect(await isDown(second.dynamodb)).toBe(true);
  });

  it("goes on from where the stream was, without repeating what had been handled", async () => {
    const stateDir = join(dir, "stream");
    const first = await start(stateDir);
    await post(first, "scrivi", "OUT#a");
    await waitFor(() => exists(first, "CONSUMATO#OUT#a"));
    // What was written may be read before the answers of those who wrote it: of the stream's function, of the queue's consumer.
    await waitFor(async () => existsSync(join(stateDir, "stream.json")) && (await isQueueEmpty(first)));
    await kill(first.child, "SIGKILL");

    const second = await start(stateDir);
    const api = createDynamoDbApi(second.dynamodb);
    await api.tables("DeleteItem", { TableName: "prova-dati", Key: { pk: { S: "CONSUMATO#OUT#a" }, sk: { S: "A" } } });
    await post(second, "scrivi", "OUT#b");
    await waitFor(() => exists(second, "CONSUMATO#OUT#b"));
    expect(await exists(second, "CONSUMATO#OUT#a")).toBe(false);
    const tables = await api.tables("ListTables", {});
    expect(asArray(asObject(tables).TableNames)).toEqual(["prova-dati"]);
    await kill(second.child, "SIGTERM");
  });

  it("refuses, in Italian, a state folder that another instance is using", async () => {
    const stateDir = join(dir, "doppia");
    const first = await start(stateDir);
    await expect(start(stateDir)).rejects.toThrow(/è in uso da un'altra istanza/);
    await kill(first.child, "SIGTERM");
  });

  it("refuses, in Italian, a port that is taken", async () => {
    const first = await start(join(dir, "porta-1"));
    const port = Number(new URL(first.baseUrl).port);
    await expect(start(join(dir, "porta-2"), port)).rejects.toThrow(`La porta ${port} è già occupata`);
    await kill(first.child, "SIGTERM");
  });
});
