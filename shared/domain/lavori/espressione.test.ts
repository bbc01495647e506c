import { Cron } from "croner";
import fc from "fast-check";
import { expect, it } from "vitest";
import { schedulazioni } from "../../contracts/schedules.ts";
import { prossimaEsecuzione } from "./espressione.ts";

it.each([
  ["cron(0 4,8,12,16,20 * * ? *)", "2026-03-10T10:00:00.000Z", "2026-03-10T11:00:00.000Z"],
  ["cron(0 4,8,12,16,20 * * ? *)", "2026-03-10T19:00:00.000Z", "2026-03-11T03:00:00.000Z"],
  ["cron(5/10 * * * ? *)", "2026-03-10T10:06:00.000Z", "2026-03-10T10:15:00.000Z"],
  ["cron(0/15 1-5 * * ? *)", "2026-07-10T12:00:00.000Z", "2026-07-10T23:00:00.000Z"],
  ["cron(30 6 ? * MON-FRI *)", "2026-03-13T12:00:00.000Z", "2026-03-16T05:30:00.000Z"],
  ["cron(0 3 29 2 ? *)", "2026-03-10T10:00:00.000Z", "2028-02-29T02:00:00.000Z"],
  ["cron(30 2 * * ? *)", "2026-03-28T12:00:00.000Z", "2026-03-29T01:30:00.000Z"],
  ["rate(5 minutes)", "2026-03-10T10:00:00.000Z", "2026-03-10T10:05:00.000Z"],
  ["rate(1 day)", "2026-03-10T10:00:00.000Z", "2026-03-11T10:00:00.000Z"],
])("%s after %s runs at %s", (espressione, da, attesa) => expect(prossimaEsecuzione(espressione, da)).toBe(attesa));

it.each(["cron(0 0 L * ? *)", "cron(0 0 ? * 6#3 *)", "at(2026-01-01T00:00:00)", "domani", "cron(0 0 31 2 ? *)"])(
  "says nothing of %s, which it cannot read or never comes",
  (espressione) => expect(prossimaEsecuzione(espressione, "2026-03-10T10:00:00.000Z")).toBeUndefined(),
);

it("agrees with the machine's scheduler on every schedule of the product, whatever the hour", () => {
  const minuti = Date.UTC(2026, 3, 1) / 60_000;
  fc.assert(
    fc.property(fc.constantFrom(...schedulazioni), fc.integer({ min: minuti, max: minuti + 180 * 1440 }), ({ espressione }, minuto) => {
      const da = new Date(minuto * 60_000);
      const campi = /^cron\((.+) \*\)$/.exec(espressione)?.[1] ?? "";
      const [minute = "", hour = "", ...giorni] = campi.split(" ");
      const passo = (campo: string, ultimo: number): string => campo.replace(/(?<![-\d*])(\d+)\/(\d+)/g, `$1-${ultimo}/$2`);
      const cron = new Cron([passo(minute, 59), passo(hour, 23), ...giorni].join(" ").replaceAll("?", "*"), {
        timezone: "Europe/Rome",
        paused: true,
        alternativeWeekdays: true,
      });
      expect(prossimaEsecuzione(espressione, da.toISOString())).toBe(cron.nextRun(da)?.toISOString());
    }),
    { numRuns: 60 },
  );
});
