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

interface Entry {
  spec: ScheduleSpec;
  name: string;
  expression: Expression;
  next: number | undefined;
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

/** Input of a run, in which EventBridge Scheduler fills these words when it calls. */
function inputAt(input: string, at: number): string {
  return input
    .replaceAll("<aws.scheduler.scheduled-time>", `${new Date(at).toISOString().slice(0, 19)}Z`)
    .replaceAll("<aws.scheduler.attempt-number>", "1");
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The first of the entries that are due by `limit`. */
function firstDue(entries: Entry[], limit: number): Entry | undefined {
  const due = entries.filter(({ next }) => next !== undefined && next <= limit);
  return due.sort((one, other) => (one.next ?? 0) - (other.next ?? 0))[0];
}

export class Scheduler {
  private readonly host: SchedulerHost;
  private readonly timer: NodeJS.Timeout;
  private entries: Entry[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  private isBusy = false;

  constructor(schedules: ScheduleSpec[], host: SchedulerHost) {
    this.host = host;
    this.replace(schedules);
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.timer.unref();
  }

  list(): Schedulazione[] {
    return this.entries.map(({ spec, name, next }) => ({
      name,
      functionName: spec.target.name,
      expression: spec.expression,
      timezone: spec.timezone,
      enabled: spec.enabled,
      ...(next === undefined ? {} : { prossima: new Date(next).toISOString() }),
    }));
  }

  /** Runs a schedule now. Throws (Italian text) when the name is unknown. */
  run(name: string): Promise<EsitoSchedulazione> {
    const entry = this.entries.find((candidate) => candidate.name === name || candidate.spec.name === name);
    if (entry === undefined)
      throw new Error(`La schedulazione "${name}" non esiste: ci sono ${this.entries.map((one) => one.name).join(", ")}`);
    return this.exclusively(() => this.fire(entry, this.host.clock.now()));
  }

  /** Moves time forward as `Orologio.advance` describes. Throws (Italian text) on a negative amount. */
  advance(milliseconds: number): Promise<EsitoSchedulazione[]> {
    if (!(milliseconds >= 0)) throw new Error("L'orologio può solo andare avanti");
    return this.exclusively(() => this.jump(milliseconds));
  }

  /** Takes other schedules, or the same ones from now. */
  replace(schedules: ScheduleSpec[] = this.entries.map(({ spec }) => spec)): void {
    const now = this.host.clock.now();
    this.entries = schedules.map((spec) => {
      const expression = parseExpression(spec.expression, spec.timezone);
      const name = spec.name.split("-").at(-1) ?? spec.name;
      return { spec, name, expression, next: spec.enabled ? expression.next(now) : undefined };
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** One thing at a time: the ticking clock, a jump and a run on request never overlap. */
  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(async () => {
      this.isBusy = true;
      try {
        return await work();
      } finally {
        this.isBusy = false;
      }
    });
    this.turn = result.catch(() => {});
    return result;
  }

  private tick(): void {
    if (this.isBusy || firstDue(this.entries, this.host.clock.now()) === undefined) return;
    this.exclusively(() => this.runDue()).catch((error: unknown) => this.host.report(String(error)));
  }

  private async runDue(): Promise<void> {
    const now = this.host.clock.now();
    for (let entry = firstDue(this.entries, now); entry !== undefined; entry = firstDue(this.entries, now)) {
      const at = entry.next ?? now;
      entry.next = entry.expression.next(now);
      await this.fire(entry, at);
    }
  }

  private async fire(entry: Entry, at: number): Promise<EsitoSchedulazione> {
    const { target, input } = entry.spec;
    const text = inputAt(input, at);
    const istante = new Date(this.host.clock.now()).toISOString();
    if (target.kind === "queue") {
      await this.host.send(target.name, text);
      return { name: entry.name, istante, esito: { ok: true, payload: null, millisecondi: 0 } };
    }
    const esito = await this.host.invoke(target.name, parseInput(text));
    if (!esito.ok) this.host.report(`schedulazione ${entry.name}: ${esito.errorType}: ${esito.errorMessage}`);
    return { name: entry.name, istante, esito };
  }

  private async jump(milliseconds: number): Promise<EsitoSchedulazione[]> {
    const { clock, settle } = this.host;
    await settle();
    const start = clock.now();
    const target = start + milliseconds;
    const dense = this.entries.filter(({ expression }) => isDense(expression, start));
    const calendar = this.entries.filter((entry) => !dense.includes(entry));
    const done = await this.walk(target, calendar);
    clock.moveTo(target);
    for (const entry of dense) {
      if (entry.next === undefined || entry.next > target) continue;
      const at = entry.next;
      entry.next = entry.expression.next(clock.now());
      done.push(await this.fire(entry, at));
    }
    await settle();
    return done;
  }

  /** Runs the calendar jobs of the jump one by one, each at its time, stopping also where a waiting message comes due. */
  private async walk(target: number, calendar: Entry[]): Promise<EsitoSchedulazione[]> {
    const { clock, settle, nextMessage } = this.host;
    const done: EsitoSchedulazione[] = [];
    for (let stop = 0; stop < MAX_STOPS; stop += 1) {
      const entry = firstDue(calendar, target);
      const at = entry?.next ?? Number.POSITIVE_INFINITY;
      const message = nextMessage() ?? Number.POSITIVE_INFINITY;
      if (Math.min(at, message) > target) return done;
      clock.moveTo(Math.min(at, message + 1));
      if (entry !== undefined && at <= message) {
        entry.next = entry.expression.next(at);
        done.push(await this.fire(entry, at));
      }
      await settle();
    }
    return done;
  }
}
