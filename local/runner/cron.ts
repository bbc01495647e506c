/** EventBridge schedule expressions: `cron(...)` in its six fields, `rate(...)`, `at(...)`. */
import { Cron } from "croner";

export interface Expression {
  /** `calendar` runs at given instants; `rate` only says how often. */
  kind: "calendar" | "rate";
  /** First run strictly after `from` (ms), or undefined when there is none any more. */
  next(from: number): number | undefined;
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** EventBridge writes `0/10` for "from 0, every 10": croner wants the end of the range as well. */
const stepping = (field: string | undefined, last: number): string | undefined =>
  field?.replace(/(?<![-\d*])(\d+)\/(\d+)/g, `$1-${last}/$2`);

/** Parses an expression; times are read in `timezone`. Throws (Italian text) when it is not one. */
export function parseExpression(text: string, timezone: string): Expression {
  const rate = /^rate\((\d+)\s+(minute|hour|day)s?\)$/.exec(text);
  if (rate) {
    const interval = Number(rate[1]) * (UNITS[rate[2] ?? ""] ?? 0);
    return { kind: "rate", next: (from) => from + interval };
  }
  const calendar = /^cron\((.+)\)$/.exec(text);
  if (calendar) {
    const [minute, hour, day, month, weekday, year = "*"] = (calendar[1] ?? "").trim().split(/\s+/);
    // EventBridge counts weekdays from Sunday = 1 and writes `?` for the day field that does not matter.
    const pattern = ["0", stepping(minute, 59), stepping(hour, 23), day, month, weekday, year].join(" ").replaceAll("?", "*");
    const cron = new Cron(pattern, { timezone, paused: true, mode: "7-part", alternativeWeekdays: true });
    return { kind: "calendar", next: (from) => cron.nextRun(new Date(from))?.getTime() };
  }
  const once = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(text);
  if (once) {
    const cron = new Cron(once[1] ?? "", { timezone, paused: true });
    return { kind: "calendar", next: (from) => cron.nextRun(new Date(from))?.getTime() };
  }
  throw new Error(`Espressione di schedulazione non riconosciuta: "${text}"`);
}
