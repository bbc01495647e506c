/** The machine as the sandbox sees it: the only door between what runs here and what plays pagoPA. */
import { type Place, queueUrl } from "../assembly/attributes.ts";
import type { Deployment } from "../assembly/types.ts";
import type { Clock } from "./clock.ts";
import type { Functions } from "./functions.ts";
import type { FunctionLogs } from "./logs.ts";
import type { Recorder } from "./recorder.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Ambiente, Seed } from "./types.ts";

const DEFAULT_LOG_LINES = 100;

export interface AmbienteParts {
  baseUrl: string;
  stateDir: string;
  clock: Clock;
  functions: Functions;
  scheduler: Scheduler;
  recorder: Recorder;
  logs: FunctionLogs;
  endpoints: Ambiente["endpoints"];
  place: Place;
  deployment(): Deployment;
  drain(timeoutMs: number): Promise<void>;
  /** Empties tables, queues and buckets and puts the clock back. */
  empty(): Promise<void>;
  seed?: Seed;
}

export function createAmbiente(parts: AmbienteParts): Ambiente {
  const { clock, functions, scheduler, recorder, logs } = parts;
  const onReset: (() => Promise<void> | void)[] = [];
  const ambiente: Ambiente = {
    baseUrl: parts.baseUrl,
    stateDir: parts.stateDir,
    endpoints: parts.endpoints,
    get resources() {
      const { tables, queues, buckets } = parts.deployment();
      return {
        tables: tables.map(({ name }) => name),
        queues: Object.fromEntries(queues.map(({ name }) => [name, queueUrl(parts.place, name)])),
        buckets: [...buckets],
      };
    },
    clock: { now: clock.now, offset: clock.offset, advance: scheduler.advance },
    listFunctions: functions.list,
    listSchedules: scheduler.list,
    runSchedule: async (name) => scheduler.run(name),
    invoke: functions.invoke,
    drain: parts.drain,
    reset: async () => {
      await parts.empty();
      for (const callback of onReset) await callback();
      await parts.seed?.(ambiente);
    },
    onReset: (callback) => void onReset.push(callback),
    logs: async (functionName, lines) => logs.last(functionName === "runner" ? functionName : functions.find(functionName).spec.name, lines ?? DEFAULT_LOG_LINES),
    injectFault: recorder.faults.next,
    clearFaults: recorder.faults.clear,
  };
  return ambiente;
}
