import { describe, expect, it } from "vitest";
import { parseExpression } from "./cron.ts";

const runs = (text: string, timezone: string, from: string, count: number): string[] => {
  const { next } = parseExpression(text, timezone);
  const found: string[] = [];
  for (let at = next(Date.parse(from)); at !== undefined && found.length < count; at = next(at)) found.push(new Date(at).toISOString());
  return found;
};

describe("schedule expressions", () => {
  it.each([
    [
      "a daily job keeps its wall-clock hour over the end of summer time",
      "cron(30 6 * * ? *)",
      "2026-10-24T00:00:00Z",
      ["2026-10-24T04:30:00.000Z", "2026-10-25T05:30:00.000Z"],
    ],
    ["weekdays count from Sunday = 1", "cron(0 8 ? * 2 *)", "2026-11-25T00:00:00Z", ["2026-11-30T07:00:00.000Z"]],
    ["weekdays by name", "cron(0 8 ? * MON-FRI *)", "2026-11-27T12:00:00Z", ["2026-11-30T07:00:00.000Z"]],
    ["last day of the month", "cron(0 0 L * ? *)", "2026-02-01T00:00:00Z", ["2026-02-27T23:00:00.000Z"]],
    ["several hours", "cron(0 4,8 * * ? *)", "2026-11-25T00:00:00Z", ["2026-11-25T03:00:00.000Z", "2026-11-25T07:00:00.000Z"]],
    ["steps from a minute", "cron(5/20 1-5 * * ? *)", "2026-11-25T00:30:00Z", ["2026-11-25T00:45:00.000Z", "2026-11-25T01:05:00.000Z"]],
    ["rate", "rate(5 minutes)", "2026-11-25T00:00:00Z", ["2026-11-25T00:05:00.000Z", "2026-11-25T00:10:00.000Z"]],
    ["once", "at(2026-12-01T10:00:00)", "2026-11-25T00:00:00Z", ["2026-12-01T09:00:00.000Z"]],
    ["a year that is over", "cron(0 0 1 1 ? 2020)", "2026-11-25T00:00:00Z", []],
  ])("%s", (_, text, from, expected) => {
    expect(runs(text, "Europe/Rome", from, Math.max(1, expected.length))).toEqual(expected);
  });

  it("refuses anything else by quoting it", () => {
    expect(() => parseExpression("ogni tanto", "UTC")).toThrow(/"ogni tanto"/);
  });
});
