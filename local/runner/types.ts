/**
 * The seam between the runner and what is mounted on it: the sandbox sees the machine only through `Ambiente`, so that it can be
 * written, tested and replaced without knowing emulators, templates or threads.
 */
import type { IncomingMessage, ServerResponse } from "node:http";

/** The one clock of the machine: main thread, emulators and functions all live in this shifted time. */
export interface Orologio {
  /** Milliseconds since the epoch, shifted. Equal to `Date.now()`, which is patched. */
  now(): number;
  /** Milliseconds by which local time runs ahead of the machine's. */
  offset(): number;
  /**
   * Moves time forward by `ms` (never back) and runs, in order, every schedule that became due: those with a calendar expression
   * (cron) once per missed occurrence with the clock set at that instant, those with a rate at most once; after each, waits until
   * queues and streams are empty (bounded).
   */
  advance(ms: number): Promise<EsitoSchedulazione[]>;
}

export interface Schedulazione {
  /** Name of the schedule as deployed, without the stage prefix when there is one, e.g. `acquisisciFlussi`. */
  name: string;
  functionName: string;
  expression: string;
  timezone: string;
  enabled: boolean;
  /** ISO instant (UTC) of the next run in shifted time; absent when disabled. */
  prossima?: string;
}

export interface EsitoSchedulazione {
  name: string;
  /** ISO instant (UTC, shifted time) at which it ran. */
  istante: string;
  esito: EsitoInvocazione;
}

/** What an invocation gave back: the function's answer, or the error as Lambda would report it. */
export type EsitoInvocazione =
  | { ok: true; payload: unknown; millisecondi: number }
  | { ok: false; errorType: string; errorMessage: string; timeout: boolean; millisecondi: number };

/** A fault that the next calls to an emulator will meet, e.g. `{ service: "dynamodb", operation: "TransactWriteItems", error: "TransactionConflict" }`. */
export interface GuastoEmulatore {
  service: "dynamodb" | "sqs" | "s3";
  /** API action, e.g. `PutItem`, `SendMessage`; absent = any. */
  operation?: string;
  /** Only calls made by this function (deployed name or a suffix of it); absent = any caller. */
  functionName?: string;
  /** How many calls meet the fault. Default 1. */
  times?: number;
  /** `timeout`: the call takes effect and its answer is lost. The others are refusals in the service's own words, and nothing is written. */
  error: "throttling" | "transactionConflict" | "timeout" | "internal";
}

export interface Funzione {
  /** Deployed name, e.g. `sviluppo-pendenze-getPendenza`; every API below also takes an unambiguous suffix (`getPendenza`). */
  name: string;
  memorySize: number;
  timeoutSeconds: number;
}

export interface Ambiente {
  /** e.g. `http://127.0.0.1:8080`, without a trailing slash. Every API is mounted on it by its full path. */
  readonly baseUrl: string;
  /** Folder for whatever must survive a restart (`.local/`), already created. */
  readonly stateDir: string;
  readonly clock: Orologio;
  listFunctions(): Funzione[];
  listSchedules(): Schedulazione[];
  /** Runs a schedule now, with its deployed input. Throws `Error` (Italian text) when the name is unknown. */
  runSchedule(name: string): Promise<EsitoSchedulazione>;
  /** Invokes a function directly. Throws `Error` (Italian text) when the name is unknown or ambiguous. */
  invoke(functionName: string, event: unknown): Promise<EsitoInvocazione>;
  /**
   * Resolves when nothing is left that would run now: no invocation in progress, no visible message in a queue with a consumer, streams
   * read to the end. Messages that wait for their time (delayed, or hidden after a failure) do not count: `clock.advance` reaches them.
   * Rejects (Italian text) after `timeoutMs` of real time.
   */
  drain(timeoutMs: number): Promise<void>;
  /** Empties tables, queues and buckets, forgets schedules' and streams' positions, puts the clock back and runs the seed again. */
  reset(): Promise<void>;
  /** Called after every reset, before the seed: what is mounted on the machine empties its own state here. */
  onReset(callback: () => Promise<void> | void): void;
  /** Last lines printed by a function (newest last). */
  logs(functionName: string, lines?: number): Promise<string[]>;
  /** Faults that the emulators will give; only effective on calls made by functions. */
  injectFault(guasto: GuastoEmulatore): void;
  clearFaults(): void;
  /** Endpoints and resolved physical names, for a seed that wants to write with the SDK. */
  readonly endpoints: { dynamodb: string; sqs: string; s3: string; secrets: string };
  readonly resources: { tables: string[]; queues: Record<string, string>; buckets: string[] };
}

/** What the runner mounts on `/` and `/sandbox/**`. Resolves `false` when the path is not its own (the runner then answers 404). */
export type Sandbox = {
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** Called once at shutdown. */
  /** The demonstration data are in: called once, at every start. */
  ready?(): void;
  close?(): Promise<void>;
};

/** Export `createSandbox` of `local/sandbox/index.ts`. */
export type CreateSandbox = (ambiente: Ambiente) => Promise<Sandbox>;

/** Export `seed` of `local/sandbox/seed.ts` (or `seed/index.ts`): run once on an empty machine and after every reset. Must be repeatable. */
export type Seed = (ambiente: Ambiente) => Promise<void>;
