/** The schedules of the deployment under the shifted clock: run when due, run in order when time is pushed forward. */
import type { ScheduleSpec } from "../assembly/types.ts";
import type { Clock } from "./clock.ts";
import { type Expression, parseExpression } from "./cron.ts";
import type { EsitoInvocazione, EsitoSchedulazione, Schedulazione } from "./types.ts";

/** A calendar expression with more runs per day than this is treated as a rate when time jumps: once is enough to catch up. */
const MAX_DAILY_RUNS = 24;
const DAY_MS = 86_400_000;
/** Stops of one jump: enough for some years of daily jobs, and an end to any loop. */
const MAX_STOPS = 5_000;
const TICK_MS = 500;

export interface SchedulerHost {
  clock: Clock;
  invoke(functionName: string, event: unknown): Promise<EsitoInvocazione>;
  send(queueName: string, body: string): Promise<void>;
  /** Waits until queues and streams are quiet, within a limit of its own. */
  settle(): Promise<void>;
  /** Instant (ms, shifted) at which a hidden or delayed message comes due, if any. */
  nextMessage(): number | undefined;
  report(text: string): void;
}

export interface Scheduler {
  list(): Schedulazione[];
  run(name: string): Promise<EsitoSchedulazione>;
  advance(milliseconds: number): Promise<EsitoSchedulazione[]>;
  replace(schedules: ScheduleSpec[]): void;
  /** Forgets when each schedule last ran. */
  reset(): void;
  stop(): Promise<void>;
}

interface Entry {
  spec: ScheduleSpec;
  name: string;
  expression: Expression;
  next: number | undefined;
}

function shortName(name: string): string {
  return name.split("-").at(-1) ?? name;
}

function isDense(expression: Expression, from: number): boolean {
  if (expression.kind === "rate") return true;
  let runs = 0;
  for (let at = expression.next(from); at !== undefined && at <= from + DAY_MS; at = expression.next(at)) {
    runs += 1;
    if (runs > MAX_DAILY_RUNS) return true;
  }
  return false;
}

/** EventBridge Scheduler fills these words of the input when it calls. */
function inputAt(input: string, at: number): string {
  return input
    .replaceAll("<aws.scheduler.scheduled-time>", `${new Date(at).toISOString().slice(0, 19)}Z`)
    .replaceAll("<aws.scheduler.attempt-number>", "1");
}

export function startScheduler(schedules: ScheduleSpec[], host: SchedulerHost): Scheduler {
  const { clock } = host;
  let entries: Entry[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let isBusy = false;

  function load(specs: ScheduleSpec[]): void {
    const now = clock.now();
    entries = specs.map((spec) => {
      const expression = parseExpression(spec.expression, spec.timezone);
      return { spec, name: shortName(spec.name), expression, next: spec.enabled ? expression.next(now) : undefined };
    });
  }

  function parse(input: string): unknown {
    try {
      return JSON.parse(input);
    } catch {
      return input;
    }
  }

  async function fire(entry: Entry, at: number): Promise<EsitoSchedulazione> {
    const { target, input } = entry.spec;
    const text = inputAt(input, at);
    const istante = new Date(clock.now()).toISOString();
    if (target.kind === "queue") {
      await host.send(target.name, text);
      return { name: entry.name, istante, esito: { ok: true, payload: null, millisecondi: 0 } };
    }
    const esito = await host.invoke(target.name, parse(text));
    if (!esito.ok) host.report(`schedulazione ${entry.name}: ${esito.errorType}: ${esito.errorMessage}`);
    return { name: entry.name, istante, esito };
  }

  /** One thing at a time: the ticking clock, a jump and a run on request never overlap. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(async () => {
      isBusy = true;
      try {
        return await work();
      } finally {
        isBusy = false;
      }
    });
    turn = result.catch(() => {});
    return result;
  }

  function dueBefore(limit: number, candidates: Entry[]): Entry | undefined {
    const due = candidates.filter(({ next }) => next !== undefined && next <= limit);
    return due.sort((one, other) => (one.next ?? 0) - (other.next ?? 0))[0];
  }

  async function runDue(): Promise<void> {
    const now = clock.now();
    for (let entry = dueBefore(now, entries); entry !== undefined; entry = dueBefore(now, entries)) {
      const at = entry.next ?? now;
      entry.next = entry.expression.next(Math.max(at, now));
      await fire(entry, at);
    }
  }

  /** Runs the calendar jobs of the jump one by one, each at its time, stopping also where a waiting message comes due. */
  async function walk(target: number, calendar: Entry[]): Promise<EsitoSchedulazione[]> {
    const done: EsitoSchedulazione[] = [];
    for (let stop = 0; stop < MAX_STOPS; stop += 1) {
      const entry = dueBefore(target, calendar);
      const message = host.nextMessage();
      const messageIsFirst = message !== undefined && message <= target && message < (entry?.next ?? Number.POSITIVE_INFINITY);
      if (messageIsFirst) {
        clock.moveTo(message + 1);
        await host.settle();
      } else if (entry?.next !== undefined) {
        const at = entry.next;
        clock.moveTo(at);
        entry.next = entry.expression.next(at);
        done.push(await fire(entry, at));
        await host.settle();
      } else {
        return done;
      }
    }
    return done;
  }

  async function advance(milliseconds: number): Promise<EsitoSchedulazione[]> {
    if (!(milliseconds >= 0)) throw new Error("L'orologio può solo andare avanti");
    await host.settle();
    const start = clock.now();
    const target = start + milliseconds;
    const dense = entries.filter(({ expression }) => isDense(expression, start));
    const done = await walk(
      target,
      entries.filter((entry) => !dense.includes(entry)),
    );
    clock.moveTo(target);
    for (const entry of dense) {
      if (entry.next === undefined || entry.next > target) continue;
      const at = entry.next;
      entry.next = entry.expression.next(clock.now());
      done.push(await fire(entry, at));
    }
    await host.settle();
    return done;
  }

  load(schedules);
  const timer = setInterval(() => {
    if (!isBusy && dueBefore(clock.now(), entries) !== undefined) exclusively(runDue).catch((error: unknown) => host.report(String(error)));
  }, TICK_MS);
  timer.unref();

  return {
    list: () =>
      entries.map(({ spec, name, next }) => ({
        name,
        functionName: spec.target.name,
        expression: spec.expression,
        timezone: spec.timezone,
        enabled: spec.enabled,
        ...(next === undefined ? {} : { prossima: new Date(next).toISOString() }),
      })),
    run: (name) => {
      const entry = entries.find((candidate) => candidate.name === name || candidate.spec.name === name);
      if (entry === undefined)
        throw new Error(`La schedulazione "${name}" non esiste: ci sono ${entries.map((one) => one.name).join(", ")}`);
      return exclusively(() => fire(entry, clock.now()));
    },
    advance: (milliseconds) => exclusively(() => advance(milliseconds)),
    replace: load,
    reset: () => load(entries.map(({ spec }) => spec)),
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}
