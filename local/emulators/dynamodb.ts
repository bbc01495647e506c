/**
 * Starts the DynamoDB emulator as a child on a loopback port with its database in the state folder. The child hangs from a pipe that this
 * process holds: whatever way we end, `kill -9` included, the pipe closes and the child goes with us.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { commandLineOf, readJsonFile, writeAtomically } from "../runner/state-dir.ts";
import { findFreePort } from "./free-port.ts";
import { indexStreams } from "./stream-index.ts";

export interface DynamoDbEmulator {
  endpoint: string;
  port: number;
  stop(): Promise<void>;
}

/** Own process group, so that Ctrl-C reaches only the runner, which closes the emulator last. */
const WATCHED = 'exec 3<&0; "$@" </dev/null 3<&- & figlio=$!; (cat <&3 >/dev/null; kill $figlio 2>/dev/null) & exec 3<&-; wait $figlio';
const START_ATTEMPTS = 3;
const READY_MS = 5_000;

const MISSING = [
  `Nessun emulatore di DynamoDB per questa piattaforma (${process.platform}-${process.arch}). Tre modi per averlo:`,
  "  - su Linux x64: npm ci (installa la dipendenza facoltativa @dynoxide/linux-x64)",
  "  - altrove: installare il programma dynoxide e indicarne il percorso in DYNOXIDE_PATH",
  "  - oppure indicare un servizio compatibile in AWS_ENDPOINT_URL_DYNAMODB (per esempio http://127.0.0.1:8000)",
].join("\n");

function findBinary(): string {
  const named = process.env.DYNOXIDE_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`DYNOXIDE_PATH indica un file che non esiste: ${named}`);
  }
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    throw new Error(MISSING);
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  }
}

async function waitUntilReady(endpoint: string, child: ChildProcess): Promise<boolean> {
  const limit = performance.now() + READY_MS;
  while (performance.now() < limit && child.exitCode === null) {
    if (await answers(endpoint)) return child.exitCode === null;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

/** A child that survived its runner (the pipe makes it unlikely) would keep the database locked. */
function killStale(record: string, database: string): void {
  const { pid } = Object(readJsonFile(record));
  if (typeof pid === "number" && commandLineOf(pid).includes(database)) process.kill(-pid, "SIGKILL");
}

/** Starts the emulator, or uses the one named by `AWS_ENDPOINT_URL_DYNAMODB`. Throws with what to install (Italian text). */
export async function startDynamoDb(stateDir: string): Promise<DynamoDbEmulator> {
  const external = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  if (external) {
    const url = new URL(external);
    return { endpoint: url.origin, port: Number(url.port || 80), stop: async () => {} };
  }
  const binary = findBinary();
  await mkdir(stateDir, { recursive: true });
  const database = join(stateDir, "dynamodb.sqlite");
  const record = join(stateDir, "dynamodb.json");
  killStale(record, database);
  let output = "";
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const port = await findFreePort();
    const endpoint = `http://127.0.0.1:${port}`;
    const command = ["-c", WATCHED, "sh", binary, "serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", database];
    const child = spawn("sh", command, { stdio: ["pipe", "pipe", "pipe"], detached: true });
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-2_000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.stdin.on("error", () => {});
    if (await waitUntilReady(endpoint, child)) {
      await indexStreams(database);
      writeAtomically(record, JSON.stringify({ pid: child.pid, port }));
      return { endpoint, port, stop: () => stopChild(child) };
    }
    await stopChild(child);
  }
  throw new Error(`L'emulatore di DynamoDB non è partito:\n${output}`);
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.stdin?.destroy();
  });
}
